import type { ServiceStatus } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatCount, formatDuration } from '../../i18n/format.ts';
import { CheckLine } from '../../ui/check-line.tsx';
import { StateMark } from '../../ui/state-mark.tsx';

export function ServiceCard({ service }: { service: ServiceStatus }) {
  const { t } = useTranslation();
  const facts = [
    service.version,
    service.uptimeSeconds !== null && `${t('system.uptime')} ${formatDuration(service.uptimeSeconds * 1000)}`,
    service.memoryMb !== null && `${formatCount(Math.round(service.memoryMb))}\u2009MB`,
  ].filter(Boolean);
  return (
    <Card component="section" aria-label={service.name} data-testid="service-card" sx={{ p: 5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <StateMark state={service.state} />
        <Typography variant="h3" component="h2" sx={{ '&::first-letter': { textTransform: 'uppercase' } }}>
          {service.name}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ ml: 'auto' }}>
          {t(`system.states.${service.state}`)}
        </Typography>
      </Box>
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {service.message}
      </Typography>
      <Typography variant="body2" color="textDisabled" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {facts.join(' · ')}
      </Typography>
      {service.checks.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 4, borderTop: 1, borderColor: 'line' }}>
          {service.checks.map((check) => (
            <CheckLine key={check.name} check={check} />
          ))}
        </Box>
      )}
    </Card>
  );
}
