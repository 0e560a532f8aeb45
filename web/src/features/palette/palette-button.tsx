import SearchRounded from '@mui/icons-material/SearchRounded';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { openPalette } from './open-palette.ts';

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Looks like the field it opens, where there is room for one. */
export function PaletteButton({ wide }: { wide: boolean }) {
  const { t } = useTranslation();
  if (!wide) {
    return (
      <Tooltip title={t('palette.open')}>
        <IconButton aria-label={t('palette.open')} aria-haspopup="dialog" onClick={openPalette}>
          <SearchRounded fontSize="small" />
        </IconButton>
      </Tooltip>
    );
  }
  return (
    <ButtonBase
      aria-haspopup="dialog"
      aria-keyshortcuts={mac ? 'Meta+K' : 'Control+K'}
      onClick={openPalette}
      sx={{
        width: { md: 180, lg: 260 },
        height: 36,
        px: 3,
        gap: 2,
        justifyContent: 'flex-start',
        borderRadius: 1,
        border: 1,
        borderColor: 'line',
        bgcolor: 'background.paper',
        color: 'text.low',
        '&:hover': { borderColor: 'edge' },
      }}
    >
      <SearchRounded fontSize="small" aria-hidden />
      <Typography component="span" noWrap>
        {t('palette.open')}
      </Typography>
      <Typography component="kbd" variant="mono" sx={{ ml: 'auto' }} aria-hidden>
        {mac ? '⌘ K' : 'Ctrl K'}
      </Typography>
    </ButtonBase>
  );
}
