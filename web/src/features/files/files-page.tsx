import '../../i18n/files-words.ts';
import { allows } from '@marquee/contracts';
import { useTranslation } from 'react-i18next';
import { useConfigFilesQuery } from '../../api/config-files.ts';
import { useAppSelector } from '../../app/store.ts';
import { usePlace } from '../../frame/place.tsx';
import { selectRole } from '../../session/session-slice.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { EmptyFolder } from './empty-folder.tsx';
import { FilesSkeleton } from './files-skeleton.tsx';
import { OpenFolder } from './open-folder.tsx';

export default function FilesPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('files.title') }]);
  const { data: files, error, refetch } = useConfigFilesQuery(undefined, { refetchOnMountOrArgChange: 30 });
  const mayEdit = allows('editor', useAppSelector(selectRole));
  if (!files) return error ? <ProblemNotice error={error} onRetry={refetch} /> : <FilesSkeleton />;
  if (files.length === 0) return <EmptyFolder mayEdit={mayEdit} />;
  return <OpenFolder files={files} mayEdit={mayEdit} />;
}
