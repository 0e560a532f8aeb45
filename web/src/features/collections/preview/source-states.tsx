import type { CollectionPreview } from '@marquee/contracts';
import BlockRounded from '@mui/icons-material/BlockRounded';
import CheckRounded from '@mui/icons-material/CheckRounded';
import CloudOutlined from '@mui/icons-material/CloudOutlined';
import FilterAltOutlined from '@mui/icons-material/FilterAltOutlined';
import HelpOutlineRounded from '@mui/icons-material/HelpOutlineRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import Box from '@mui/material/Box';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Typography from '@mui/material/Typography';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';

const looks = {
  asked: { icon: CheckRounded, tone: 'success.main' },
  needs: { icon: CloudOutlined, tone: 'info.main' },
  refused: { icon: BlockRounded, tone: 'error.main' },
  unsure: { icon: HelpOutlineRounded, tone: 'warning.main' },
} as const;

/** What each builder found, or why it was not asked; what the filters left; and what else is to be known. */
export function SourceStates({ preview }: { preview: CollectionPreview }) {
  const { t } = useTranslation();
  const { builders, filters, notes } = preview;
  const counted = (count: number | null) =>
    count === null ? '' : t('collections.preview.found', { count, told: formatCount(count) });
  return (
    <Box
      component="ul"
      aria-label={t('collections.preview.sources')}
      sx={{ listStyle: 'none', m: 0, p: 0, mb: 3, display: 'grid', gap: 2 }}
    >
      {builders.map(({ builder, state, count, message }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a builder may stand there twice.
        <Line key={place} {...looks[state]} head={builder} told={[counted(count), message]} />
      ))}
      {filters.state !== 'none' && (
        <Line
          icon={FilterAltOutlined}
          tone={filters.state === 'unsure' ? 'warning.main' : 'text.secondary'}
          head="filters"
          told={[
            filters.left === null ? '' : t('collections.preview.left', { told: formatCount(filters.left) }),
            filters.message,
          ]}
        />
      )}
      {notes.map((note) => (
        <StateLine key={note} state="note" told={[note]} />
      ))}
    </Box>
  );
}

/** How far something could be asked, or what else is to be known. */
export function StateLine({ state, told }: { state: keyof typeof looks | 'note'; told: readonly string[] }) {
  const look = state === 'note' ? { icon: InfoOutlined, tone: 'text.secondary' } : looks[state];
  return <Line {...look} told={told} />;
}

function Line(props: {
  icon: ComponentType<SvgIconProps>;
  tone: string;
  head?: string;
  told: readonly string[];
}) {
  const { icon: Icon, head } = props;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'start' }}>
      <Icon aria-hidden sx={{ fontSize: 18, color: props.tone, mt: '1px', flex: 'none' }} />
      <Box sx={{ minWidth: 0 }}>
        {head !== undefined && (
          <Typography component="span" variant="mono" sx={{ mr: 2 }}>
            {head}
          </Typography>
        )}
        <Typography component="span" variant="body2" color="textSecondary">
          {props.told.filter((words) => words !== '').join(' · ')}
        </Typography>
      </Box>
    </Box>
  );
}
