import type { BranchMergeFile } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMergeBranchMutation } from '../../../api/config-branches.ts';
import { LeaveGuard } from '../../../ui/leave-guard.tsx';
import { DeskFailed } from '../../files/editor/desk-failed.tsx';
import { FilesFrame } from '../../files/files-frame.tsx';
import { useComparingDesk } from '../../history/use-comparing-desk.ts';
import { contentOf, isBegun, leftOf } from './decisions.ts';
import { MergeFoot } from './merge-foot.tsx';
import type { Merged } from './merged-notice.tsx';
import { PlannedFile } from './planned-file.tsx';
import { PlannedFiles } from './planned-files.tsx';
import type { MergePlanning } from './use-merge-plan.ts';

export function MergePlan(props: {
  branch: string;
  plan: NonNullable<MergePlanning['plan']>;
  merging: MergePlanning;
  onMerged(merged: Merged): void;
}) {
  const { branch, plan, merging } = props;
  const { decisions, change } = merging;
  const { t } = useTranslation();
  const { desk, failed, retry } = useComparingDesk();
  const [chosen, setChosen] = useState<string | null>(null);
  const [planning, setPlanning] = useState<'no' | 'planning' | 'anew'>('no');
  const [merge, { error, isLoading, reset }] = useMergeBranchMutation();
  const pane = useRef<HTMLDivElement>(null);

  const files = inOrder(plan.files);
  const leftIn = (file: BranchMergeFile) => leftOf(file, decisions.get(file.fileId));
  const left = files.reduce((sum, file) => sum + leftIn(file), 0);
  const shown = files.find(({ fileId }) => fileId === chosen) ?? files[0];

  const showNext = () => {
    const next = shown && leftIn(shown) > 0 ? shown : files.find((file) => leftIn(file) > 0);
    if (!next) return;
    if (next.fileId !== shown?.fileId) return setChosen(next.fileId);
    const place = pane.current?.querySelector<HTMLElement>('[data-undecided]');
    place?.scrollIntoView?.({ block: 'center' });
    place?.focus({ preventScroll: true });
  };
  const planAnew = async () => {
    setPlanning('planning');
    const planned = await merging.planAnew(shown?.fileId);
    if (planned) reset();
    setPlanning(planned ? 'anew' : 'no');
  };
  const go = async (wish: { message: string; keep: boolean }) => {
    const { versionId, branchVersionId } = plan;
    const resolved = plan.files.flatMap(({ fileId, state }) => {
      const decision = decisions.get(fileId);
      return state === 'conflict' && decision ? [{ fileId, content: contentOf(decision) }] : [];
    });
    setPlanning('no');
    const { data } = await merge({ branch, body: { versionId, branchVersionId, resolved, ...wish } });
    if (data) props.onMerged({ ...data, kept: wish.keep });
  };

  return (
    <FilesFrame
      foot={
        <MergeFoot
          branch={branch}
          left={left}
          busy={isLoading || planning === 'planning'}
          planned={planning === 'anew'}
          error={error}
          onNext={showNext}
          onPlanAnew={() => void planAnew()}
          onMerge={(wish) => void go(wish)}
        />
      }
    >
      <LeaveGuard unsaved={[...decisions.values()].some(isBegun)} />
      <Box
        ref={pane}
        sx={{
          flex: 1,
          minWidth: 0,
          overflowY: { xs: 'auto', md: 'hidden' },
          display: { md: 'flex' },
        }}
      >
        <Box
          sx={{
            width: { md: 320 },
            flex: 'none',
            p: 4,
            overflowY: { md: 'auto' },
            borderRight: { md: 1 },
            borderColor: { md: 'line' },
            bgcolor: { md: 'background.paper' },
          }}
        >
          <Typography variant="h2" component="h1" sx={{ overflowWrap: 'anywhere' }}>
            {t('branches.merge.title', { branch })}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1, mb: 4 }}>
            {t('branches.merge.intro')}
          </Typography>
          <PlannedFiles files={files} decisions={decisions} chosen={shown?.fileId} onChoose={setChosen} />
        </Box>
        <Box sx={{ flex: 1, minWidth: 0, overflowY: { md: 'auto' }, p: { xs: 4, md: 6 } }}>
          {failed && <DeskFailed onRetry={retry} />}
          {!failed && shown && (
            <PlannedFile
              key={shown.fileId}
              branch={branch}
              file={shown}
              desk={desk}
              decision={decisions.get(shown.fileId)}
              onChange={change}
            />
          )}
        </Box>
      </Box>
    </FilesFrame>
  );
}

const weight = { conflict: 0, clean: 1, same: 2 } as const;

/** What wants a decision comes first. */
const inOrder = (files: readonly BranchMergeFile[]): BranchMergeFile[] =>
  [...files].sort(
    (one, other) => weight[one.state] - weight[other.state] || one.path.localeCompare(other.path),
  );
