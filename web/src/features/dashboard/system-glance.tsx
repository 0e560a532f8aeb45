import type { SystemStatus } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatBytes } from '../../i18n/format.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { DashboardSection } from './dashboard-section.tsx';

/** Below this share the disk is worth a word. */
const LITTLE = 0.05;

export function SystemGlance({ status, failed }: { status: SystemStatus | undefined; failed: boolean }) {
  const { t } = useTranslation();
  return (
    <DashboardSection
      title={t('system.title')}
      more={
        <Button component={Link} to="/system">
          {t('dashboard.details')}
        </Button>
      }
    >
      <Card component="ul" aria-busy={!status && !failed} sx={{ listStyle: 'none', m: 0, px: 4, py: 1 }}>
        {status?.services.map(({ name, state }) => (
          <Line key={name} state={state} name={name.charAt(0).toUpperCase() + name.slice(1)}>
            {t(`system.states.${state}`)}
          </Line>
        ))}
        {status && (
          <Line
            state={status.disk.freeBytes < status.disk.totalBytes * LITTLE ? 'degraded' : 'ok'}
            name={t('system.disk')}
          >
            {t('system.diskFree', {
              free: formatBytes(status.disk.freeBytes),
              total: formatBytes(status.disk.totalBytes),
            })}
          </Line>
        )}
        {!status && failed && (
          <Typography component="li" color="textSecondary" sx={{ py: 3 }}>
            {t('dashboard.statusFailed')}
          </Typography>
        )}
        {!status &&
          !failed &&
          [0, 1, 2].map((place) => (
            <Box key={place} component="li" sx={{ py: 3 }}>
              <Skeleton width="100%" height={20} />
            </Box>
          ))}
      </Card>
    </DashboardSection>
  );
}

function Line(props: { state: SystemStatus['state']; name: string; children: string }) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        py: 3,
        '& + &': { borderTop: 1, borderColor: 'line' },
      }}
    >
      <StateMark state={props.state} />
      <Typography sx={{ flex: 1 }}>{props.name}</Typography>
      <Typography color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {props.children}
      </Typography>
    </Box>
  );
}
