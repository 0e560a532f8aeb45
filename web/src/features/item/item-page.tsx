import type { Item } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useItemQuery, useLibraryQuery } from '../../api/libraries.ts';
import { type Step, usePlace } from '../../frame/place.tsx';
import { kindLooks } from '../../ui/kind-looks.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { isTyping } from '../../ui/typing.ts';
import { Backdrop } from './backdrop.tsx';
import { Children } from './children.tsx';
import { Facts } from './facts.tsx';
import { ItemPoster } from './item-poster.tsx';
import { ItemSkeleton } from './item-skeleton.tsx';
import { Kinship } from './kinship.tsx';
import { MediaVersions } from './media-versions.tsx';

export default function ItemPage() {
  const { itemId = '' } = useParams();
  const { data: item, error, refetch } = useItemQuery({ itemId });
  const { t } = useTranslation();
  const { data: library } = useLibraryQuery({ libraryId: item?.libraryId ?? '' }, { skip: !item });
  usePlace([
    { label: t('libraries.title'), to: '/libraries' },
    ...(item ? [{ label: library?.title ?? '…', to: `/libraries/${item.libraryId}` }, ...stepsTo(item)] : []),
  ]);
  useEscapeToGoUp(item);
  if (error && !item) return <ProblemNotice error={error} onRetry={refetch} />;
  return item ? <Loaded item={item} /> : <ItemSkeleton />;
}

function stepsTo(item: Item): Step[] {
  const above = [item.grandparent, item.parent].filter((step) => step !== null);
  return [...above.map(({ id, title }) => ({ label: title, to: `/items/${id}` })), { label: item.title }];
}

function useEscapeToGoUp(item: Item | undefined): void {
  const navigate = useNavigate();
  const up = item && (item.parent ? `/items/${item.parent.id}` : `/libraries/${item.libraryId}`);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target) || !up) return;
      // Back keeps the place in the grid one came from; without a history there is only up.
      const cameFromHere = window.history.state?.idx > 0;
      void (cameFromHere ? navigate(-1) : navigate(up));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, up]);
}

function Loaded({ item }: { item: Item }) {
  return (
    <Box component="article" sx={{ position: 'relative' }}>
      <Backdrop item={item} />
      <Box
        sx={{
          position: 'relative',
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: 'auto minmax(0, 1fr)' },
          gap: { xs: 5, md: 8 },
          pt: { xs: 0, md: 8 },
        }}
      >
        <ItemPoster item={item} shape={kindLooks[item.kind].shape} />
        <Box sx={{ minWidth: 0 }}>
          <Heading item={item} />
          <Facts item={item} />
          {item.summary && (
            <Typography variant="subtitle1" color="textSecondary" sx={{ mt: 5, maxWidth: '72ch' }}>
              {item.summary}
            </Typography>
          )}
          <Kinship item={item} />
        </Box>
      </Box>
      <Children item={item} />
      <MediaVersions item={item} />
    </Box>
  );
}

function Heading({ item }: { item: Item }) {
  const { t } = useTranslation();
  const number = item.index;
  const over =
    number === null
      ? null
      : item.kind === 'episode'
        ? t('item.episode', { number })
        : item.kind === 'track'
          ? t('item.track', { number })
          : null;
  return (
    <>
      {over && (
        <Typography variant="subtitle2" color="textSecondary">
          {[item.grandparent?.title, item.parent?.title, over].filter(Boolean).join(' · ')}
        </Typography>
      )}
      {!over && item.parent && (
        <Typography variant="subtitle2" color="textSecondary">
          {item.parent.title}
        </Typography>
      )}
      <Typography
        component="h1"
        variant="display"
        sx={{ typography: { xs: 'h1', md: 'display' }, textWrap: 'balance' }}
      >
        {item.title}
      </Typography>
      {item.tagline && (
        <Typography variant="subtitle1" color="textSecondary" sx={{ mt: 1, fontStyle: 'italic' }}>
          {item.tagline}
        </Typography>
      )}
    </>
  );
}
