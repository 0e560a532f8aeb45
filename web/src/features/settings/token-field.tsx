import type { PlexServerSettings } from '@marquee/contracts';
import CheckRounded from '@mui/icons-material/CheckRounded';
import WarningRounded from '@mui/icons-material/WarningRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';

const FIND_TOKEN = 'https://support.plex.tv/articles/204059436-finding-an-authentication-token-x-plex-token/';

/** A token goes in and never comes out: it is set or not, and can only be replaced. */
export function TokenField(props: {
  saved: PlexServerSettings['token'] | undefined;
  typed: string | undefined;
  managed: boolean;
  /** The address changed, so the saved token will not be kept. */
  forgotten: boolean;
  onChange(typed: string | undefined): void;
}) {
  const { saved, typed, managed, forgotten, onChange } = props;
  const { t } = useTranslation();
  const kept = saved?.set && !saved.unreadable && !forgotten;
  if (kept && (typed === undefined || managed)) {
    return (
      <Box>
        <Typography variant="body2" sx={{ fontWeight: 'fontWeightMedium' }}>
          {t('settings.token')}
        </Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 36 }}>
          <CheckRounded fontSize="small" sx={{ color: 'success.main' }} aria-hidden />
          <Typography color="textSecondary">{t('settings.tokenSet')}</Typography>
          {!managed && (
            <Button size="small" onClick={() => onChange('')}>
              {t('settings.tokenReplace')}
            </Button>
          )}
        </Box>
      </Box>
    );
  }
  return (
    <Box>
      <Field
        label={t('settings.token')}
        type="password"
        value={typed ?? ''}
        hint={
          <>
            {t('settings.tokenHint')}{' '}
            <Link href={FIND_TOKEN} target="_blank" rel="noreferrer" underline="always">
              {t('settings.tokenFind')}
            </Link>
          </>
        }
        inputProps={{ autoComplete: 'off', spellCheck: false, maxLength: 500 }}
        onChange={({ target }) => onChange(target.value)}
        endAdornment={
          kept && (
            <Button size="small" onClick={() => onChange(undefined)} sx={{ flex: 'none' }}>
              {t('settings.tokenKeep')}
            </Button>
          )
        }
      />
      {(forgotten || saved?.unreadable) && (
        <Box role="status" sx={{ display: 'flex', gap: 2, mt: 2 }}>
          <WarningRounded sx={{ fontSize: 18, color: 'warning.main', mt: '1px' }} aria-hidden />
          <Typography variant="body2" color="textSecondary">
            {forgotten ? t('settings.tokenForgotten') : t('settings.tokenUnreadable')}
          </Typography>
        </Box>
      )}
    </Box>
  );
}
