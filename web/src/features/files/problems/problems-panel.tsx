import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckedText } from '../checking/messages.ts';
import type { FileProblem } from '../checking/problem.ts';
import { countsOf, groupsOf, type ProblemGroup, type Severity } from './problem-groups.ts';
import { SeverityIcon } from './severity-icon.tsx';

const MOST = 300;

/** All that Kometa would stumble over, file by file. */
export function ProblemsPanel(props: {
  checked: readonly CheckedText[] | null;
  /** Whether there is anything to check with. */
  able: boolean;
  onOpen(path: string, problem: FileProblem): void;
  onFix(path: string, problem: FileProblem): void;
}) {
  const { checked, able } = props;
  const { t } = useTranslation();
  const [only, setOnly] = useState<Severity | 'all'>('all');
  if (!able) return <Told text={t('files.problems.cannot')} />;
  if (!checked) return <Told text={t('files.problems.checking')} />;
  const counts = countsOf(checked);
  const total = counts.error + counts.warning + counts.info;
  if (total === 0) return <Told text={t('files.problems.clean')} />;
  const groups = upTo(groupsOf(checked, only), MOST);
  const shown = only === 'all' ? total : counts[only];
  return (
    <>
      <Box sx={{ px: 3, py: 2 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={only}
          aria-label={t('files.problems.filter')}
          onChange={(_event, next: typeof only | null) => next && setOnly(next)}
          sx={{ '& .MuiToggleButton-root': { gap: 1.5, px: 2 } }}
        >
          <ToggleButton value="all">
            {t('files.problems.all')} {total}
          </ToggleButton>
          {(['error', 'warning', 'info'] as const).map((severity) => (
            <ToggleButton key={severity} value={severity}>
              {t(`files.problems.severities.${severity}`)} {counts[severity]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      {shown === 0 && <Told text={t('files.problems.nothing')} />}
      {groups.map((group) => (
        <Group key={group.path} group={group} onOpen={props.onOpen} onFix={props.onFix} />
      ))}
      {shown > MOST && <Told text={t('files.problems.many', { count: MOST })} />}
    </>
  );
}

function upTo(groups: readonly ProblemGroup[], most: number): ProblemGroup[] {
  let left = most;
  return groups.flatMap(({ path, problems }) => {
    const some = problems.slice(0, left);
    left -= some.length;
    return some.length > 0 ? [{ path, problems: some }] : [];
  });
}

function Told({ text }: { text: string }) {
  return (
    <Typography variant="body2" color="textSecondary" sx={{ p: 4 }} role="status">
      {text}
    </Typography>
  );
}

function Group(props: {
  group: ProblemGroup;
  onOpen(path: string, problem: FileProblem): void;
  onFix(path: string, problem: FileProblem): void;
}) {
  const { path, problems } = props.group;
  return (
    <Box component="section" aria-label={path} sx={{ pb: 2 }}>
      <Typography variant="body2" component="h3" sx={{ px: 4, py: 1, fontWeight: 'fontWeightMedium' }}>
        {path}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, px: 2 }}>
        {problems.map((problem) => (
          <Problem
            key={`${problem.line} ${problem.column} ${problem.code} ${problem.message}`}
            problem={problem}
            onOpen={() => props.onOpen(path, problem)}
            onFix={() => props.onFix(path, problem)}
          />
        ))}
      </Box>
    </Box>
  );
}

function Problem({ problem, onOpen, onFix }: { problem: FileProblem; onOpen(): void; onFix(): void }) {
  const { t } = useTranslation();
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 2 }}>
      <ButtonBase
        onClick={onOpen}
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'flex',
          alignItems: 'flex-start',
          justifyContent: 'flex-start',
          gap: 2,
          p: 2,
          borderRadius: 1,
          textAlign: 'left',
          '&:hover': { bgcolor: 'raised' },
        }}
      >
        <SeverityIcon severity={problem.severity} />
        <Typography component="span" variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {problem.message}
        </Typography>
        <Typography
          component="span"
          variant="caption"
          sx={{ color: 'text.low', whiteSpace: 'nowrap', mt: '1px', fontVariantNumeric: 'tabular-nums' }}
        >
          {t('files.problems.line', { line: problem.line })}
        </Typography>
      </ButtonBase>
      {/* As wide where there is none, so that the lines stand beneath each other. */}
      <Box sx={{ width: 60, flex: 'none' }}>
        {problem.fix && (
          <Button
            size="small"
            aria-label={t('files.problems.fixWhat', { title: problem.fix.title })}
            title={problem.fix.title}
            onClick={onFix}
            sx={{ minWidth: 0, px: 2 }}
          >
            {t('files.problems.fix')}
          </Button>
        )}
      </Box>
    </Box>
  );
}
