import type { BranchMergeFile } from '@marquee/contracts';
import CheckCircleOutlineRounded from '@mui/icons-material/CheckCircleOutlineRounded';
import HelpOutlineRounded from '@mui/icons-material/HelpOutlineRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { ChoiceRow } from '../../../ui/choice-row.tsx';
import { ChangeMark } from '../../history/change-mark.tsx';
import { type Decisions, leftOf } from './decisions.ts';

/** The files that the branch has changed, each with what becomes of it; the chosen one is shown beside them. */
export function PlannedFiles(props: {
  files: readonly BranchMergeFile[];
  decisions: Decisions;
  chosen: string | undefined;
  onChoose(fileId: string): void;
}) {
  const { t } = useTranslation();
  return (
    <Box component="ul" aria-label={t('branches.merge.files')} sx={{ listStyle: 'none', m: 0, p: 0, mx: -2 }}>
      {props.files.map((file) => (
        <li key={file.fileId}>
          <ChoiceRow chosen={file.fileId === props.chosen} onChoose={() => props.onChoose(file.fileId)}>
            <Box component="span" sx={{ display: 'flex', alignItems: 'flex-start', gap: 2 }}>
              <Mark file={file} left={leftOf(file, props.decisions.get(file.fileId))} />
              <Box component="span" sx={{ minWidth: 0 }}>
                <Typography
                  component="span"
                  variant="body2"
                  sx={{ display: 'block', overflowWrap: 'anywhere' }}
                >
                  {file.path}
                </Typography>
                <Typography
                  component="span"
                  variant="caption"
                  color="textSecondary"
                  sx={{ display: 'block' }}
                >
                  <State file={file} left={leftOf(file, props.decisions.get(file.fileId))} />
                </Typography>
              </Box>
            </Box>
          </ChoiceRow>
        </li>
      ))}
    </Box>
  );
}

interface Standing {
  file: BranchMergeFile;
  left: number;
}

function Mark({ file, left }: Standing) {
  if (file.state !== 'conflict') return <ChangeMark change={file.change} />;
  const Icon = left > 0 ? HelpOutlineRounded : CheckCircleOutlineRounded;
  return (
    <Icon
      aria-hidden
      sx={{ fontSize: 16, mt: 0.5, flex: 'none', color: left > 0 ? 'warning.main' : 'success.main' }}
    />
  );
}

function State({ file, left }: Standing) {
  const { t } = useTranslation();
  if (file.state === 'conflict') {
    return left > 0 ? t('branches.merge.leftHere', { count: left }) : t('branches.merge.decided');
  }
  return t(`branches.merge.states.${file.state}`);
}
