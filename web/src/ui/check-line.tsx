import type { Check } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../i18n/format.ts';
import { checkName } from './check-name.ts';
import { StateMark } from './state-mark.tsx';

/** One thing a service depends on: its state, what it says of itself, how quickly it answered. */
export function CheckLine({ check }: { check: Check }) {
  const { t } = useTranslation();
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, pt: 3 }}>
      <StateMark state={check.state} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography variant="subtitle2" component="span">
          {checkName(check.name, t)}
        </Typography>
        {check.version && (
          <Typography variant="body2" component="span" color="textDisabled" sx={{ ml: 2 }}>
            {check.version}
          </Typography>
        )}
        <Typography variant="body2" color="textSecondary">
          {check.message}
        </Typography>
      </Box>
      {check.latencyMs !== undefined && (
        <Typography variant="body2" color="textDisabled" noWrap sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {t('system.latency', {
            ms: check.latencyMs < 1 ? '<\u20091' : formatCount(Math.round(check.latencyMs)),
          })}
        </Typography>
      )}
    </Box>
  );
}
