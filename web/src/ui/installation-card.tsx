import type { SystemStatus } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Age } from './age.tsx';

export function InstallationCard({ status }: { status: SystemStatus }) {
  const { t } = useTranslation();
  const facts: [string, ReactNode][] = [
    [t('system.version'), status.version],
    [t('system.mode'), t(`system.modes.${status.mode}`)],
    [t('system.node'), status.node],
    [t('system.started'), <Age key="age" at={status.startedAt} />],
  ];
  return (
    <Card component="section" aria-label={t('product')} sx={{ p: 5 }}>
      <Typography variant="h3" component="h2">
        {t('product')}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 3,
          display: 'grid',
          gridTemplateColumns: '112px minmax(0, 1fr)',
          columnGap: 4,
          rowGap: 2,
        }}
      >
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <Typography component="dt" color="textDisabled">
              {name}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
              {value}
            </Typography>
          </Fragment>
        ))}
      </Box>
    </Card>
  );
}
