import BlockRounded from '@mui/icons-material/BlockRounded';
import CallMadeRounded from '@mui/icons-material/CallMadeRounded';
import HelpOutlineRounded from '@mui/icons-material/HelpOutlineRounded';
import ScienceOutlined from '@mui/icons-material/ScienceOutlined';
import ViewStreamOutlined from '@mui/icons-material/ViewStreamOutlined';
import WorkspacesOutlined from '@mui/icons-material/WorkspacesOutlined';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../model/layers.ts';

/** What ties a layer to others, and what is only guessed of it. */
export function LayerBadges({ layer }: { layer: Layer }) {
  const { t } = useTranslation();
  const { definition, mapping } = layer.entry;
  const { account } = layer;
  const slot = account?.outcome.fate === 'drawn' ? account.outcome.slot : null;
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, '&:empty': { mt: 0 } }}>
      {definition?.group && (
        <Badge icon={<WorkspacesOutlined />} hint={t('overlays.layers.groupHint')}>
          {t('overlays.layers.group', { group: definition.group, weight: definition.weight ?? 0 })}
        </Badge>
      )}
      {definition?.queue && (
        <Badge icon={<ViewStreamOutlined />} hint={t('overlays.layers.queueHint')}>
          {slot === null
            ? t('overlays.layers.queue', {
                queue: queueName(definition.queue),
                weight: definition.weight ?? 0,
              })
            : t('overlays.layers.queueSlot', {
                queue: queueName(definition.queue),
                weight: definition.weight ?? 0,
                slot: slot + 1,
              })}
        </Badge>
      )}
      {layer.suppresses.map((name) => (
        <Badge key={`> ${name}`} icon={<CallMadeRounded />} hint={t('overlays.layers.suppressesHint')}>
          {t('overlays.layers.suppresses', { name })}
        </Badge>
      ))}
      {layer.suppressedBy.map((name) => (
        <Badge
          key={`< ${name}`}
          icon={<BlockRounded />}
          hint={t('overlays.layers.suppressedByHint', { name, mapping })}
        >
          {t('overlays.layers.suppressedBy', { name })}
        </Badge>
      ))}
      {account?.assumed && (
        <Badge icon={<HelpOutlineRounded />} hint={t('overlays.layers.assumedHint')}>
          {t('overlays.layers.assumed')}
        </Badge>
      )}
      {account && account.sampled.length > 0 && (
        <Badge
          icon={<ScienceOutlined />}
          hint={t('overlays.layers.sampledHint', { names: account.sampled.join(', ') })}
        >
          {t('overlays.layers.sampled')}
        </Badge>
      )}
    </Box>
  );
}

function Badge({ icon, hint, children }: { icon: ReactNode; hint: string; children: ReactNode }) {
  return (
    <Tooltip title={hint}>
      <Typography
        component="span"
        variant="caption"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 1,
          px: 1.5,
          minHeight: 20,
          maxWidth: '100%',
          borderRadius: 1,
          bgcolor: 'raised',
          color: 'text.secondary',
          fontVariantNumeric: 'tabular-nums',
          '& svg': { fontSize: 12, flex: 'none' },
        }}
      >
        {icon}
        {children}
      </Typography>
    </Tooltip>
  );
}

/** Keys of queues carry their file in front. */
function queueName(key: string): string {
  return key.replace(/^\d+:/, '');
}
