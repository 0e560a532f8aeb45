import type { BranchMergeFile } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBranchPlanFileQuery } from '../../../api/config-branches.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { Compare } from '../../files/editor/compare.tsx';
import type { Desk } from '../../files/editor/desk.ts';
import { SideLabels } from '../../history/side-labels.tsx';
import type { Decision, DecisionChange } from './decisions.ts';
import { KeepOrRemove } from './keep-or-remove.tsx';
import { ThreeWays } from './three-ways.tsx';

/** What the merge makes of one file, or what is to be decided about it. */
export function PlannedFile(props: {
  branch: string;
  file: BranchMergeFile;
  desk: Desk | null;
  decision: Decision | undefined;
  onChange(change: DecisionChange): void;
}) {
  const { branch, file, desk, decision, onChange } = props;
  const { fileId } = file;
  const { t } = useTranslation();
  const { currentData: plan, error, refetch } = useBranchPlanFileQuery({ branch, fileId });
  const labels: [string, string] = [t('branches.merge.sides.folder'), t('branches.merge.sides.merged')];
  const isConflict = file.state === 'conflict';
  useEffect(() => {
    if (plan && isConflict) onChange({ kind: 'read', fileId, plan });
  }, [plan, isConflict, fileId, onChange]);
  return (
    <Box component="section" aria-label={file.path} sx={{ display: 'grid', gap: 4, minWidth: 0 }}>
      <Box>
        <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {file.path}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {file.why ?? t(`branches.merge.what.${file.state}`, { count: file.conflicts, branch })}
        </Typography>
      </Box>
      {!plan && error && <ProblemNotice error={error} onRetry={refetch} />}
      {!error && (!plan || !desk || (isConflict && !decision)) && <Skeleton variant="rounded" height={220} />}
      {plan && desk && file.state === 'clean' && (
        <Box>
          <SideLabels labels={labels} />
          <Compare
            desk={desk}
            first={plan.folder ?? ''}
            second={plan.merged ?? ''}
            path={plan.path}
            labels={labels}
          />
        </Box>
      )}
      {plan && desk && isConflict && decision?.kind === 'lines' && (
        <ThreeWays branch={branch} fileId={fileId} desk={desk} decision={decision} onChange={onChange} />
      )}
      {plan && desk && isConflict && decision?.kind === 'whole' && (
        <KeepOrRemove branch={branch} fileId={fileId} desk={desk} decision={decision} onChange={onChange} />
      )}
    </Box>
  );
}
