import type { OverlayEntry, OverlayFile } from '@marquee/contracts';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RenderedPicture } from '../items/rendered-picture.tsx';
import { KindIcon } from '../layers/kind-icon.tsx';
import { problemsOf } from './overlay-wish.ts';

/** One definition: how it looks on an item, what it is, and what is wrong with it. */
export function EntryCard(props: {
  file: OverlayFile;
  entry: OverlayEntry;
  itemId: string | null;
  mayEdit: boolean;
}) {
  const { file, entry, itemId, mayEdit } = props;
  const { t } = useTranslation();
  const { mapping, definition, kind } = entry;
  const problems = problemsOf(file, entry);
  const error = problems.some(({ severity }) => severity === 'error');
  const Icon = error ? ErrorOutlineRounded : WarningAmberRounded;
  return (
    <Card
      component="li"
      data-testid="overlay-entry"
      sx={{
        position: 'relative',
        display: 'flex',
        flexDirection: 'column',
        '&:hover': { borderColor: mayEdit ? 'edge' : 'line' },
        '&:focus-within': { borderColor: 'edge' },
      }}
    >
      <Box
        sx={{ aspectRatio: '2 / 3', bgcolor: 'raised', display: 'grid', placeItems: 'center', minHeight: 0 }}
      >
        {definition && itemId ? (
          <RenderedPicture drawn={{ itemId, fileIds: [file.id], only: [mapping] }} alt="" />
        ) : (
          <Typography variant="body2" color="textSecondary" sx={{ p: 4, textAlign: 'center' }}>
            {kind === 'template'
              ? t('overlays.list.byTemplate', { names: entry.template?.names.join(', ') ?? '' })
              : t('overlays.picture.nothing')}
          </Typography>
        )}
      </Box>
      <Box sx={{ p: 3, display: 'flex', flexDirection: 'column', gap: 1 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          {mayEdit ? (
            <MuiLink
              component={Link}
              to={`/overlays/edit/${file.id}?layer=${encodeURIComponent(mapping)}${itemId ? `&item=${encodeURIComponent(itemId)}` : ''}`}
              variant="subtitle2"
              noWrap
              title={mapping}
              underline="none"
              sx={{ minWidth: 0, flex: 1, '&::after': { content: '""', position: 'absolute', inset: 0 } }}
            >
              {mapping}
            </MuiLink>
          ) : (
            <Typography variant="subtitle2" noWrap title={mapping} sx={{ flex: 1 }}>
              {mapping}
            </Typography>
          )}
          {problems.length > 0 && (
            <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Icon
                titleAccess={t('overlays.problems.count', { count: problems.length })}
                sx={{ fontSize: 16, color: error ? 'error.main' : 'warning.main' }}
              />
              <Typography variant="caption">{problems.length}</Typography>
            </Box>
          )}
        </Box>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, color: 'text.secondary' }}>
          <KindIcon kind={kind} />
          <Typography variant="caption" noWrap>
            {t('overlays.inspector.on', {
              kind: t(`overlays.kinds.${kind}`),
              level: t(`overlays.levels.${entry.level}`),
            })}
          </Typography>
        </Box>
        {definition?.group && (
          <Chip
            size="small"
            label={t('overlays.list.group', { group: definition.group, weight: definition.weight ?? 0 })}
            sx={wrapping}
          />
        )}
        {definition?.queue && (
          <Chip
            size="small"
            label={t('overlays.list.queue', { queue: definition.queue, weight: definition.weight ?? 0 })}
            sx={wrapping}
          />
        )}
      </Box>
    </Card>
  );
}

/** The weight stands at its end, so it is not cut off. */
const wrapping = {
  alignSelf: 'flex-start',
  height: 'auto',
  maxWidth: '100%',
  '& .MuiChip-label': { whiteSpace: 'normal', py: 0.5 },
} as const;
