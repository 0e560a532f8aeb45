import '../../../i18n/collections-words.ts';
import { allows, type CollectionSummary, type DefinitionFile } from '@marquee/contracts';
import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCollectionsQuery } from '../../../api/collections.ts';
import { useAppSelector } from '../../../app/store.ts';
import { usePlace } from '../../../frame/place.tsx';
import { formatCount } from '../../../i18n/format.ts';
import { selectRole } from '../../../session/session-slice.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { CARD_HEIGHT } from './collection-card.tsx';
import { CollectionCards } from './collection-cards.tsx';
import { CollectionFilter } from './collection-filter.tsx';
import { CollectionTable } from './collection-table.tsx';
import { fitting, isNarrowed, noFilters, useCollectionWish } from './collection-wish.ts';
import { JustDeleted } from './just-deleted.tsx';
import { ListTools } from './list-tools.tsx';
import { useCollectionPosters } from './use-collection-posters.ts';
import { useSelection } from './use-selection.ts';

/** The filter bar's height while it is stuck to the top, px. */
const FILTER_BAR = 60;

export default function CollectionsPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('collections.title') }]);
  const { data, error, refetch } = useCollectionsQuery(undefined, { refetchOnMountOrArgChange: 30 });
  const mayEdit = allows('editor', useAppSelector(selectRole));
  return (
    <>
      {!data && (
        <>
          <Head />
          {error ? <ProblemNotice error={error} onRetry={refetch} /> : <Loading />}
        </>
      )}
      {data?.collections.length === 0 && (
        <>
          <Head />
          <Notice
            title={t('collections.empty')}
            what={t(mayEdit ? 'collections.emptyWhat' : 'collections.emptyViewer')}
            {...(mayEdit && { action: <NewCollection /> })}
          />
        </>
      )}
      {data && data.collections.length > 0 && (
        <List collections={data.collections} files={data.files} more={data.more} mayEdit={mayEdit} />
      )}
      {mayEdit && <JustDeleted />}
    </>
  );
}

function Head({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 2 }}>
      <Typography variant="h1">{t('collections.title')}</Typography>
      {children}
    </Box>
  );
}

function NewCollection() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to="/collections/new" variant="contained" startIcon={<AddRounded />}>
      {t('collections.new')}
    </Button>
  );
}

function List(props: {
  collections: readonly CollectionSummary[];
  files: readonly DefinitionFile[];
  more: number;
  mayEdit: boolean;
}) {
  const { collections, more } = props;
  const { t } = useTranslation();
  const { wish, change } = useCollectionWish();
  const shown = useMemo(() => fitting(collections, wish), [collections, wish]);
  const posterOf = useCollectionPosters();
  const selection = useSelection(shown);
  const list = {
    collections: shown,
    posterOf,
    selection: props.mayEdit ? selection : null,
    covered: FILTER_BAR,
  };
  return (
    <>
      <Head>
        <Typography
          role="status"
          color="textSecondary"
          sx={{ fontVariantNumeric: 'tabular-nums', mr: 'auto', pt: 1 }}
        >
          {isNarrowed(wish)
            ? t('collections.narrowed', {
                shown: formatCount(shown.length),
                total: formatCount(collections.length),
              })
            : t('collections.count', { count: shown.length, told: formatCount(shown.length) })}
        </Typography>
        <ListTools wish={wish} change={change} />
        {props.mayEdit && <NewCollection />}
      </Head>
      <CollectionFilter collections={collections} wish={wish} change={change} />
      {shown.length === 0 && (
        <Notice
          title={t('collections.nothing')}
          what={t('collections.nothingWhat', { count: collections.length })}
          action={
            <Button variant="outlined" onClick={() => change(noFilters)}>
              {t('collections.clear')}
            </Button>
          }
        />
      )}
      {shown.length > 0 &&
        (wish.look === 'table' ? (
          <CollectionTable {...list} sort={wish.sort} onSort={(sort) => change({ sort })} />
        ) : (
          <CollectionCards {...list} />
        ))}
      {more > 0 && (
        <Typography color="textSecondary" sx={{ mt: 4 }}>
          {t('collections.more', { count: more, told: formatCount(more) })}
        </Typography>
      )}
      {props.mayEdit && <BulkBar selection={selection} shown={shown.length} files={props.files} />}
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')}>
      <Box sx={{ py: 3, mb: 2 }}>
        <Skeleton width={360} height={36} sx={{ maxWidth: '100%' }} />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))', gap: 4 }}>
        {Array.from({ length: 12 }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
          <Skeleton key={place} width="100%" height={CARD_HEIGHT} />
        ))}
      </Box>
    </Box>
  );
}
