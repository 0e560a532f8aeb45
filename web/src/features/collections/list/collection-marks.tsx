import type { CollectionSummary } from '@marquee/contracts';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import PeopleOutlineRounded from '@mui/icons-material/PeopleOutlineRounded';
import VideoLibraryOutlined from '@mui/icons-material/VideoLibraryOutlined';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

const line = { display: 'inline-flex', alignItems: 'center', gap: 1 } as const;

/** How many things are wrong with it, the worst first. */
export function ProblemMark({ problems }: Pick<CollectionSummary, 'problems'>) {
  const { t } = useTranslation();
  const { errors, warnings } = problems;
  if (errors + warnings === 0) return null;
  const Icon = errors > 0 ? ErrorOutlineRounded : WarningAmberRounded;
  const words = [
    errors > 0 && t('collections.errors', { count: errors }),
    warnings > 0 && t('collections.warnings', { count: warnings }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <Box component="span" sx={line} title={words}>
      <Icon titleAccess={words} sx={{ fontSize: 16, color: errors > 0 ? 'error.main' : 'warning.main' }} />
      <Typography component="span" variant="caption" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {errors + warnings}
      </Typography>
    </Box>
  );
}

const places = [
  ['library', VideoLibraryOutlined],
  ['home', HomeOutlined],
  ['shared', PeopleOutlineRounded],
] as const;

/** Where it is shown on Plex's pages. */
export function VisibleMarks({ visible }: Pick<CollectionSummary, 'visible'>) {
  const { t } = useTranslation();
  if (!places.some(([place]) => visible[place])) return null;
  return (
    <Box component="span" sx={{ ...line, color: 'text.secondary' }}>
      {places.map(
        ([place, Icon]) =>
          visible[place] && (
            <Icon key={place} titleAccess={t(`collections.shown.${place}`)} sx={{ fontSize: 16 }} />
          ),
      )}
    </Box>
  );
}

/** What makes it: its builders, else the templates that write them. */
export function BuilderChips({ one, most }: { one: CollectionSummary; most: number }) {
  const { t } = useTranslation();
  const builders = one.builders.length > 0 ? one.builders : one.templates;
  const byTemplate = one.builders.length === 0;
  const dynamic = one.section === 'dynamic_collections';
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1, minWidth: 0, overflow: 'hidden' }}>
      {dynamic && (
        <Chip component="span" size="small" label={t('collections.oneForEach')} sx={{ height: 22 }} />
      )}
      {builders.slice(0, most).map((name) => (
        <Chip
          key={name}
          component="span"
          size="small"
          label={byTemplate ? t('collections.byTemplate', { name }) : name}
          sx={{ typography: byTemplate ? 'caption' : 'mono', fontSize: 12, height: 22, minWidth: 0 }}
        />
      ))}
      {builders.length > most && (
        <Chip
          component="span"
          size="small"
          label={`+${builders.length - most}`}
          sx={{ height: 22, flex: 'none' }}
        />
      )}
    </Box>
  );
}

/** Kometa passes it over; said in words, since a dimmed card may mean anything. */
export function OffMark({ enabled }: Pick<CollectionSummary, 'enabled'>) {
  const { t } = useTranslation();
  if (enabled) return null;
  return (
    <Chip
      component="span"
      size="small"
      variant="outlined"
      label={t('collections.off')}
      sx={{ height: 22, flex: 'none' }}
    />
  );
}
