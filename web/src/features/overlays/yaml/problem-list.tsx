import type { OverlayProblem } from '@marquee/contracts';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

/** What is wrong, what Kometa does then, how to mend it, and where. */
export function ProblemList(props: { problems: readonly OverlayProblem[]; onOpen?(line: number): void }) {
  const { problems, onOpen } = props;
  const { t } = useTranslation();
  if (problems.length === 0) {
    return (
      <Typography color="textSecondary" sx={{ display: 'flex', alignItems: 'center', gap: 2, p: 4 }}>
        <CheckCircleOutlined fontSize="small" sx={{ color: 'success.main' }} aria-hidden />
        {t('overlays.problems.none')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 2 }}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.line} ${problem.column} ${problem.attribute}`}>
          {onOpen ? (
            <ButtonBase
              onClick={() => onOpen(problem.line)}
              sx={{ width: '100%', borderRadius: 1, '&:hover': { bgcolor: 'raised' } }}
            >
              <Problem problem={problem} />
            </ButtonBase>
          ) : (
            <Problem problem={problem} />
          )}
        </li>
      ))}
    </Box>
  );
}

function Problem({ problem }: { problem: OverlayProblem }) {
  const { t } = useTranslation();
  const error = problem.severity === 'error';
  const Icon = error ? ErrorOutlineRounded : WarningAmberRounded;
  return (
    <Box component="span" sx={{ display: 'flex', gap: 3, p: 2, textAlign: 'left', width: '100%' }}>
      <Icon
        titleAccess={t(`overlays.problems.${problem.severity}`)}
        sx={{ fontSize: 18, flex: 'none', mt: '1px', color: error ? 'error.main' : 'warning.main' }}
      />
      <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
        <Typography component="span" variant="body2" sx={{ display: 'block' }}>
          {problem.mapping !== null && <strong>{problem.mapping}: </strong>}
          {problem.message}
        </Typography>
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
          {problem.mend} {t(`overlays.problems.effects.${problem.effect}`)}
        </Typography>
      </Box>
      <Typography component="span" variant="caption" sx={{ color: 'text.low', whiteSpace: 'nowrap' }}>
        {t('overlays.problems.line', { line: problem.line })}
      </Typography>
    </Box>
  );
}
