import '../../../i18n/collections-words.ts';
import type { Collection } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCollectionQuery } from '../../../api/collections.ts';
import { usePlace } from '../../../frame/place.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { PresentCollection } from './present-collection.tsx';

export default function CollectionPage() {
  const { t } = useTranslation();
  const { definitionId = '' } = useParams();
  const { currentData, error, refetch } = useCollectionQuery(
    { definitionId },
    { refetchOnMountOrArgChange: true },
  );
  usePlace([
    { label: t('collections.title'), to: '/collections' },
    { label: currentData?.title ?? t('collections.one') },
  ]);
  if (currentData) return <Opened key={definitionId} collection={currentData} />;
  if (error) return <ProblemNotice error={error} onRetry={refetch} />;
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')}>
      <Skeleton width={280} height={36} sx={{ mb: 4 }} />
      <Skeleton width={180} height={36} sx={{ mb: 4 }} />
      {[320, 160, 160].map((height, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
        <Skeleton key={place} width="100%" height={height} sx={{ mb: 4, maxWidth: 900 }} />
      ))}
    </Box>
  );
}

/** What was opened stays open, whatever is asked again meanwhile. */
function Opened({ collection }: { collection: Collection }) {
  return <PresentCollection opened={collection} />;
}
