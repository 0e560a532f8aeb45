import '../../../i18n/branches-words.ts';
import '../../../i18n/files-words.ts';
import '../../../i18n/history-words.ts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isCallProblem } from '../../../api/call-problem.ts';
import { usePlace } from '../../../frame/place.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { BranchGone } from '../../files/branch/branch-gone.tsx';
import { PresentBranch } from '../../files/branch/present-branch.ts';
import { filesAddress } from '../../files/files-address.ts';
import { FilesFrame } from '../../files/files-frame.tsx';
import { MergePlan } from './merge-plan.tsx';
import { type Merged, MergedNotice } from './merged-notice.tsx';
import { useMergePlan } from './use-merge-plan.ts';

/** What merging a branch into the folder would do, file by file, and the merge itself. */
export default function MergePage() {
  const { branch = '' } = useParams();
  return (
    <PresentBranch value={branch}>
      <Merge key={branch} branch={branch} />
    </PresentBranch>
  );
}

function Merge({ branch }: { branch: string }) {
  const { t } = useTranslation();
  usePlace([
    { label: t('files.title'), to: '/files' },
    { label: t('branches.title'), to: '/files/branches' },
    { label: branch, to: filesAddress({ branch }) },
    { label: t('branches.merge.step') },
  ]);
  const merging = useMergePlan(branch);
  const [merged, setMerged] = useState<Merged | null>(null);
  const { plan, error } = merging;
  if (merged) return <MergedNotice branch={branch} merged={merged} />;
  if (!plan) {
    if (!error) return <PlanSkeleton />;
    if (isCallProblem(error) && error.code === 'config.branch-not-found') return <BranchGone />;
    return <ProblemNotice error={error} onRetry={() => void merging.refetch()} />;
  }
  if (plan.files.length === 0) {
    return (
      <Notice
        title={t('branches.merge.nothing.title', { branch })}
        what={t('branches.merge.nothing.what')}
        action={
          <Button component={Link} to={filesAddress({ branch })} variant="contained">
            {t('branches.open')}
          </Button>
        }
      />
    );
  }
  return <MergePlan branch={branch} plan={plan} merging={merging} onMerged={setMerged} />;
}

function PlanSkeleton() {
  const { t } = useTranslation();
  return (
    <FilesFrame>
      <Box role="status" aria-busy="true" aria-label={t('cell.loading')} sx={{ p: 6, flex: 1 }}>
        <Skeleton width={220} height={36} sx={{ mb: 4 }} />
        {[70, 52, 64].map((width) => (
          <Skeleton key={width} width={`${width}%`} height={40} sx={{ mb: 2 }} />
        ))}
      </Box>
    </FilesFrame>
  );
}
