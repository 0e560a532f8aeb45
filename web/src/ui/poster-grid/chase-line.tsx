import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.ts';

/** Says quietly how far a jump into a big list has loaded, and what to do when that stops. */
export function ChaseLine(props: {
  chasing: boolean;
  failed: boolean;
  loaded: number;
  total: number;
  onRetry(): void;
}) {
  const { t } = useTranslation();
  const stopped = props.failed && props.loaded < props.total;
  if (!props.chasing && !stopped) return null;
  return (
    <Box
      role="status"
      sx={{
        position: 'fixed',
        bottom: { xs: 76, md: 24 },
        left: '50%',
        transform: 'translateX(-50%)',
        zIndex: 3,
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        minHeight: 36,
        borderRadius: 1,
        border: 1,
        borderColor: 'line',
        bgcolor: 'raised',
        boxShadow: (theme) => theme.vars.palette.floating,
      }}
    >
      <Typography variant="body2" color="textSecondary" noWrap sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {stopped
          ? t('cell.more')
          : t('library.chasing', { loaded: formatCount(props.loaded), total: formatCount(props.total) })}
      </Typography>
      {stopped && (
        <Button size="small" onClick={props.onRetry}>
          {t('tryAgain')}
        </Button>
      )}
    </Box>
  );
}
