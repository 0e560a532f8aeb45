import type { Library } from '@marquee/contracts';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLibrariesQuery, useLibraryQuery } from '../../api/libraries.ts';
import { usePlace } from '../../frame/place.tsx';
import { kindLooks } from '../../ui/kind-looks.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { FilterBar } from './filter-bar.tsx';
import { LibraryGrid } from './library-grid.tsx';
import { LibraryHeading, LibraryHeadingSkeleton } from './library-heading.tsx';
import { kindShown, useLibraryView } from './library-view.ts';
import { PrepareProgress } from './prepare-progress.tsx';

export default function LibraryPage() {
  const { libraryId = '' } = useParams();
  const { t } = useTranslation();
  const known = useLibrariesQuery().data?.find(({ id }) => id === libraryId);
  const { data = known, error, refetch } = useLibraryQuery({ libraryId });
  usePlace([{ label: t('libraries.title'), to: '/libraries' }, { label: data?.title ?? '…' }]);
  if (error && !data) return <ProblemNotice error={error} onRetry={refetch} />;
  return data ? <Loaded library={data} /> : <LibraryHeadingSkeleton />;
}

function Loaded({ library }: { library: Library }) {
  const { view, change } = useLibraryView();
  return (
    <>
      <LibraryHeading library={library} view={view} change={change} />
      <PrepareProgress libraryId={library.id} />
      <FilterBar look={kindLooks[kindShown(library, view)]} view={view} change={change} />
      <LibraryGrid library={library} view={view} change={change} />
    </>
  );
}
