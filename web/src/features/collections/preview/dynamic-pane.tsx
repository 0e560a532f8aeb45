import type { DynamicCollectionPreview, DynamicPreview } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLazyDynamicPreviewQuery } from '../../../api/collections.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useAsked } from '../use-asked.ts';
import { PreviewFrame } from './preview-frame.tsx';
import { StateLine } from './source-states.tsx';
import { type PreviewPaneProps, usePreviewWish } from './use-preview-wish.ts';

const ALL = {};

/** Which collections a block would make if Kometa ran now. */
export function DynamicPane(props: PreviewPaneProps) {
  const { library } = props;
  const { t } = useTranslation();
  const [again, setAgain] = useState(0);
  const [ask] = useLazyDynamicPreviewQuery();
  const wish = usePreviewWish(props, ALL);
  const { data, error, asking } = useAsked(ask, wish, again);
  return (
    <PreviewFrame
      libraries={props.libraries}
      library={library}
      onLibrary={props.onLibrary}
      asking={asking}
      nothing={wish ? null : t('collections.dynamic.nothing')}
      error={error}
      onAgain={() => setAgain(again + 1)}
    >
      {wish && data && <Made preview={data} />}
    </PreviewFrame>
  );
}

function Made({ preview }: { preview: DynamicPreview }) {
  const { t } = useTranslation();
  const { total, collections, state, message, notes } = preview;
  const there = collections.filter(({ present }) => present !== null).length;
  return (
    <>
      <Typography variant="h2" component="p" sx={{ fontVariantNumeric: 'tabular-nums' }} role="status">
        {state === 'asked'
          ? t('collections.count', { count: total, told: formatCount(total) })
          : t('collections.preview.unknown')}
      </Typography>
      {state === 'asked' && (
        <Typography color="textSecondary" sx={{ mb: 3 }}>
          {t('collections.dynamic.there', { count: there, told: formatCount(there) })}
        </Typography>
      )}
      {(state !== 'asked' || notes.length > 0) && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 3, display: 'grid', gap: 2 }}>
          {state !== 'asked' && <StateLine state={state} told={[message]} />}
          {notes.map((note) => (
            <StateLine key={note} state="note" told={[note]} />
          ))}
        </Box>
      )}
      <Box
        component="ul"
        aria-label={t('collections.dynamic.made')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid' }}
      >
        {collections.map((one) => (
          <OneMade key={`${one.key} ${one.title}`} made={one} />
        ))}
      </Box>
    </>
  );
}

function OneMade({ made }: { made: DynamicCollectionPreview }) {
  const { t } = useTranslation();
  const { title, count, state, message, present } = made;
  const others = made.with.join(', ');
  const told = [
    present === null
      ? t('collections.dynamic.new')
      : t('collections.dynamic.today', { count: present.size, told: formatCount(present.size) }),
    made.key !== null && others !== '' ? t('collections.dynamic.with', { others }) : '',
    state === 'asked' && made.made ? '' : message,
  ];
  return (
    <Box component="li" sx={{ py: 2, borderTop: 1, borderColor: 'line', '&:first-of-type': { border: 0 } }}>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'baseline' }}>
        <Typography
          variant="subtitle2"
          component="span"
          sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
        >
          {title}
        </Typography>
        <Typography
          component="span"
          variant="body2"
          sx={{ fontVariantNumeric: 'tabular-nums', flex: 'none' }}
        >
          {count === null
            ? t('collections.dynamic.unknown')
            : t('collections.preview.total', { count, told: formatCount(count) })}
        </Typography>
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {told.filter((words) => words !== '').join(' · ')}
      </Typography>
    </Box>
  );
}
