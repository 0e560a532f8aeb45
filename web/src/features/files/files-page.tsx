import '../../i18n/branches-words.ts';
import '../../i18n/files-words.ts';
import { allows } from '@marquee/contracts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { isCallProblem } from '../../api/call-problem.ts';
import { useConfigFilesQuery } from '../../api/config-files.ts';
import { useAppSelector } from '../../app/store.ts';
import { usePlace } from '../../frame/place.tsx';
import { selectRole } from '../../session/session-slice.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { BranchGone } from './branch/branch-gone.tsx';
import { PresentBranch, usePresentBranch } from './branch/present-branch.ts';
import { EmptyFolder } from './empty-folder.tsx';
import { FilesSkeleton } from './files-skeleton.tsx';
import { OpenFolder } from './open-folder.tsx';

/** The config folder, or a branch of its history: nothing that is open here is carried from one to the other. */
export default function FilesPage() {
  const [asked] = useSearchParams();
  // Named by nothing it is the folder.
  const branch = asked.get('branch') || undefined;
  return (
    <PresentBranch value={branch}>
      <Files key={branch ?? ''} />
    </PresentBranch>
  );
}

function Files() {
  const { t } = useTranslation();
  const branch = usePresentBranch();
  const folderStep = { label: t('files.title'), to: '/files' };
  usePlace(branch === undefined ? [{ label: t('files.title') }] : [folderStep, { label: branch }]);
  const { data: files, error, refetch } = useConfigFilesQuery({ branch }, { refetchOnMountOrArgChange: 30 });
  const mayEdit = allows('editor', useAppSelector(selectRole));
  const gone = isCallProblem(error) && error.code === 'config.branch-not-found';
  if (!files) {
    if (gone) return <BranchGone />;
    return error ? <ProblemNotice error={error} onRetry={refetch} /> : <FilesSkeleton />;
  }
  if (files.length === 0) return <EmptyFolder mayEdit={mayEdit} />;
  return <OpenFolder files={files} mayEdit={mayEdit} gone={gone} />;
}
