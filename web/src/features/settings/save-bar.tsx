import CheckRounded from '@mui/icons-material/CheckRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { frame } from '../../theme/tokens.ts';

/** Stays in sight while something is not saved yet. */
export function SaveBar(props: {
  dirty: boolean;
  saving: boolean;
  saved: boolean;
  onSave(): void;
  onDiscard(): void;
}) {
  const { t } = useTranslation();
  return (
    <Box role="status">
      {props.saved && (
        <Box data-testid="saved" sx={{ ...floating, pr: 4, minHeight: 54 }}>
          <CheckRounded fontSize="small" sx={{ color: 'success.main' }} aria-hidden />
          <Typography>{t('settings.saved')}</Typography>
        </Box>
      )}
      {props.dirty && (
        <Box data-testid="save-bar" sx={floating}>
          <Typography sx={{ flex: 1, mr: { sm: 4 } }}>{t('settings.unsaved')}</Typography>
          <Button onClick={props.onDiscard} disabled={props.saving}>
            {t('settings.discard')}
          </Button>
          <Button variant="contained" onClick={props.onSave} loading={props.saving}>
            {t('settings.save')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

/** Over the page, where the hand is; the page leaves room for it at its end. */
export const floating = {
  position: 'fixed',
  zIndex: 3,
  right: { xs: 16, md: 32 },
  left: { xs: 16, md: 'auto' },
  bottom: { xs: `calc(${frame.bottomBar}px + env(safe-area-inset-bottom) + 12px)`, md: 24 },
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  pl: 4,
  pr: 2,
  py: 2,
  borderRadius: 2,
  border: 1,
  borderColor: 'edge',
  bgcolor: 'raised',
  boxShadow: (theme: Theme) => theme.vars.palette.floating,
} as const;
