import type { Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useItemsInfiniteQuery } from '../../api/libraries.ts';
import { useAppSelector } from '../../app/store.ts';
import { formatCount } from '../../i18n/format.ts';
import { ItemTable } from '../../ui/item-table/item-table.tsx';
import { kindLooks } from '../../ui/kind-looks.ts';
import { Notice } from '../../ui/notice.tsx';
import { ChaseLine } from '../../ui/poster-grid/chase-line.tsx';
import { PosterGrid } from '../../ui/poster-grid/poster-grid.tsx';
import { PosterGridSkeleton } from '../../ui/poster-grid/poster-grid-skeleton.tsx';
import { usePages } from '../../ui/poster-grid/use-pages.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { activeFilters, type Change, filterOf, kindShown, type LibraryView } from './library-view.ts';
import { NothingFits } from './nothing-fits.tsx';

/** The filter bar's height while it is stuck to the top, px. */
const FILTER_BAR = 60;

export function LibraryGrid(props: { library: Library; view: LibraryView; change(next: Change): void }) {
  const { library, view, change } = props;
  const { t } = useTranslation();
  const size = useAppSelector((state) => state.settings.posterSize);
  const filter = useMemo(() => filterOf(library.id, view), [library.id, view]);
  const query = useItemsInfiniteQuery(filter);
  // While another order or filter is on its way, what is shown stays, quietly greyed by `aria-busy`.
  const shown = query.currentData;
  const { entries, total, chasing, onNeed } = usePages({ ...query, data: shown });
  const kind = kindShown(library, view);
  const look = kindLooks[kind];
  const list = useAppSelector((state) => state.settings.libraryLook === 'list') && look.shape !== 'row';
  const all = library.counts.find((count) => count.kind === kind)?.count ?? 0;

  if (!shown) {
    if (query.error && !query.isFetching)
      return <ProblemNotice error={query.error} onRetry={query.refetch} />;
    return <PosterGridSkeleton look={look} size={size} />;
  }
  const narrowed = view.search !== undefined || activeFilters(view).length > 0;
  if (total === 0 && narrowed)
    return <NothingFits library={library} view={view} all={all} kind={kind} change={change} />;
  if (total === 0) {
    return <Notice title={t('library.empty', { library: library.title })} what={t('library.emptyWhat')} />;
  }
  return (
    <>
      {narrowed && (
        <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 3 }}>
          <Typography variant="body2" color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {t('library.count', { shown: formatCount(total), total: formatCount(all) })}{' '}
            {t(`kinds.${kind}`, { count: all })}
          </Typography>
          <Button size="small" onClick={() => change(noFilters)}>
            {t('library.clear')}
          </Button>
        </Box>
      )}
      {list ? (
        <ItemTable
          key={JSON.stringify(filter)}
          label={t('library.grid', { kind: t(`kindNames.${kind}`), library: library.title })}
          total={total}
          entries={entries}
          sort={view.sort}
          covered={FILTER_BAR}
          onSort={(sort) => change({ sort })}
          onNeed={onNeed}
        />
      ) : (
        <PosterGrid
          key={JSON.stringify(filter)}
          label={t('library.grid', { kind: t(`kindNames.${kind}`), library: library.title })}
          total={total}
          entries={entries}
          look={look}
          size={size}
          within="library"
          covered={FILTER_BAR}
          onNeed={onNeed}
        />
      )}
      <ChaseLine
        chasing={chasing}
        failed={query.isError}
        loaded={entries.length}
        total={total}
        onRetry={() => void query.fetchNextPage()}
      />
    </>
  );
}

const noFilters: Change = {
  search: undefined,
  genre: undefined,
  label: undefined,
  resolution: undefined,
  unwatched: undefined,
};
