import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useAppSelector } from '../app/store.ts';
import { type Connection, selectConnection } from '../live/live-slice.ts';

const tones: Record<Connection, string> = {
  connecting: 'text.low',
  live: 'success.main',
  catchingUp: 'warning.main',
  offline: 'error.main',
};

/** Whether what is shown is fresh; a shape and a word, not only a colour. */
export function LiveStatus() {
  const { t } = useTranslation();
  const connection = useAppSelector(selectConnection);
  const state = t(`live.states.${connection}`);
  return (
    <Tooltip title={t(`live.hints.${connection}`)}>
      <Box
        role="status"
        aria-label={t('live.label', { state })}
        data-testid="live-status"
        sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}
      >
        <Box
          sx={{
            width: 8,
            height: 8,
            borderRadius: connection === 'offline' ? 0 : '50%',
            ...(connection === 'live'
              ? { bgcolor: tones[connection] }
              : { border: 2, borderColor: tones[connection] }),
          }}
        />
        <Typography variant="body2" color="textSecondary" sx={{ display: { xs: 'none', sm: 'block' } }}>
          {state}
        </Typography>
      </Box>
    </Tooltip>
  );
}
