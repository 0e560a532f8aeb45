import type { Item, MediaVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatBitrate, formatBytes, formatDuration, formatResolution } from '../../i18n/format.ts';
import { Streams } from './streams.tsx';

/** Only these have files of their own. */
const playable = new Set(['movie', 'episode', 'track']);

export function MediaVersions({ item }: { item: Item }) {
  const { t } = useTranslation();
  if (!playable.has(item.kind)) return null;
  return (
    <Box component="section" sx={{ mt: 12, position: 'relative' }}>
      <Typography variant="h2" sx={{ mb: 4 }}>
        {t('item.versions')}
      </Typography>
      {item.media.length === 0 && <Typography color="textSecondary">{t('item.noMedia')}</Typography>}
      <Box sx={{ display: 'grid', gap: 4 }}>
        {item.media.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </Box>
    </Box>
  );
}

function Version({ version }: { version: MediaVersion }) {
  const { t } = useTranslation();
  return (
    <Card component="article" sx={{ p: 5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        {versionFacts(version, t).map((fact) => (
          <Chip key={fact} label={fact} />
        ))}
      </Box>
      {version.parts.map((part) => (
        <Typography key={part.file} variant="mono" component="p" color="textSecondary" sx={{ mt: 3, mb: 0 }}>
          {part.file}
          {part.sizeBytes !== null && (
            <Typography
              component="span"
              variant="body2"
              color="textDisabled"
              sx={{ ml: 3, whiteSpace: 'nowrap' }}
            >
              {formatBytes(part.sizeBytes)}
            </Typography>
          )}
        </Typography>
      ))}
      <Streams streams={version.streams} />
    </Card>
  );
}

function versionFacts(version: MediaVersion, t: TFunction): string[] {
  const { width, height, bitrateKbps, durationMs, audioChannels } = version;
  const facts = [
    version.resolution && formatResolution(version.resolution),
    width !== null && height !== null && `${width} × ${height}`,
    version.container?.toUpperCase(),
    version.videoCodec?.toUpperCase(),
    version.audioCodec?.toUpperCase(),
    audioChannels !== null && t('item.channels', { count: audioChannels }),
    bitrateKbps !== null && t('item.kbps', { value: formatBitrate(bitrateKbps) }),
    durationMs !== null && formatDuration(durationMs),
  ];
  return facts.filter((fact): fact is string => Boolean(fact));
}
