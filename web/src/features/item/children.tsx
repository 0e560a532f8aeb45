import type { Item, ItemKind } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useChildrenInfiniteQuery } from '../../api/libraries.ts';
import { useAppSelector } from '../../app/store.ts';
import { formatCount } from '../../i18n/format.ts';
import { kindLooks } from '../../ui/kind-looks.ts';
import { ChaseLine } from '../../ui/poster-grid/chase-line.tsx';
import { PosterGrid } from '../../ui/poster-grid/poster-grid.tsx';
import { PosterGridSkeleton } from '../../ui/poster-grid/poster-grid-skeleton.tsx';
import { usePages } from '../../ui/poster-grid/use-pages.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

/** What each kind holds; a collection may hold anything, mostly films. */
const inside: Partial<Record<ItemKind, ItemKind>> = {
  show: 'season',
  season: 'episode',
  artist: 'album',
  album: 'track',
  collection: 'movie',
};

export function Children({ item }: { item: Item }) {
  const expected = inside[item.kind];
  return expected ? <ChildGrid item={item} expected={expected} /> : null;
}

function ChildGrid({ item, expected }: { item: Item; expected: ItemKind }) {
  const { t } = useTranslation();
  const size = useAppSelector((state) => state.settings.posterSize);
  const query = useChildrenInfiniteQuery({ itemId: item.id });
  const { entries, total, chasing, onNeed } = usePages({ ...query, data: query.currentData });
  const kind = entries[0]?.kind ?? expected;
  const label = t(`kindNames.${kind}`);
  return (
    <Box component="section" aria-label={label} sx={{ mt: 12, position: 'relative' }}>
      <Typography variant="h2" sx={{ mb: 4, display: 'flex', alignItems: 'baseline', gap: 3 }}>
        {label}
        {total > 0 && (
          <Typography component="span" color="textDisabled" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {formatCount(total)}
          </Typography>
        )}
      </Typography>
      {query.currentData ? (
        total === 0 ? (
          <Typography color="textSecondary">{t('item.noChildren')}</Typography>
        ) : (
          <PosterGrid
            label={t('library.grid', { kind: label, library: item.title })}
            total={total}
            entries={entries}
            look={kindLooks[kind]}
            size={size}
            within="parent"
            onNeed={onNeed}
          />
        )
      ) : query.error && !query.isFetching ? (
        <ProblemNotice error={query.error} onRetry={query.refetch} />
      ) : (
        <PosterGridSkeleton look={kindLooks[expected]} size={size} />
      )}
      <ChaseLine
        chasing={chasing}
        failed={query.isError}
        loaded={entries.length}
        total={total}
        onRetry={() => void query.fetchNextPage()}
      />
    </Box>
  );
}
