import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { Compare } from '../../files/editor/compare.tsx';
import type { Desk } from '../../files/editor/desk.ts';
import { SideLabels } from '../../history/side-labels.tsx';
import type { Decision, DecisionChange } from './decisions.ts';

/** One of both has removed the file, the other has changed it: what the change was, and whether the file stays. */
export function KeepOrRemove(props: {
  branch: string;
  fileId: string;
  desk: Desk;
  decision: Extract<Decision, { kind: 'whole' }>;
  onChange(change: DecisionChange): void;
}) {
  const { branch, fileId, decision } = props;
  const { t } = useTranslation();
  const { plan, stays, keep } = decision;
  const labels: [string, string] = [
    t('branches.merge.sides.base'),
    plan.folder === null ? t('branches.merge.sides.branch', { branch }) : t('branches.merge.sides.folder'),
  ];
  return (
    <>
      <Box>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={keep === null ? null : keep ? 'keep' : 'remove'}
          aria-label={t('branches.merge.keepOrRemove', { path: plan.path })}
          onChange={(_event, next: 'keep' | 'remove' | null) =>
            next && props.onChange({ kind: 'kept', fileId, keep: next === 'keep' })
          }
          sx={{ '& .MuiToggleButton-root': { px: 4 } }}
        >
          <ToggleButton value="keep">{t('branches.merge.keep')}</ToggleButton>
          <ToggleButton value="remove">{t('branches.merge.remove')}</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      <Box>
        <SideLabels labels={labels} />
        <Compare desk={props.desk} first={plan.base ?? ''} second={stays} path={plan.path} labels={labels} />
      </Box>
    </>
  );
}
