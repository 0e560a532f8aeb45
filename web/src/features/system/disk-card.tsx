import type { SystemStatus } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../i18n/format.ts';

export function DiskCard({ disk }: { disk: SystemStatus['disk'] }) {
  const { t } = useTranslation();
  const used = disk.totalBytes === 0 ? 0 : (100 * (disk.totalBytes - disk.freeBytes)) / disk.totalBytes;
  return (
    <Card component="section" aria-label={t('system.disk')} sx={{ p: 5 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3 }}>
        <Typography variant="h3" component="h2">
          {t('system.disk')}
        </Typography>
        <Typography color="textSecondary" sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums' }}>
          {t('system.diskFree', { free: formatBytes(disk.freeBytes), total: formatBytes(disk.totalBytes) })}
        </Typography>
      </Box>
      <LinearProgress variant="determinate" value={used} aria-label={t('system.diskUsed')} sx={{ mt: 4 }} />
      <Typography variant="mono" component="p" color="textDisabled" sx={{ mt: 3, mb: 0 }}>
        {disk.path}
      </Typography>
    </Card>
  );
}
