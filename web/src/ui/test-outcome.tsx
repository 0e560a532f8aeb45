import type { IntegrationTest } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../api/call-problem.ts';
import { CheckLine } from './check-line.tsx';
import { StateMark } from './state-mark.tsx';

/** What a try of a connection came to; it is said aloud when it comes. */
export function TestOutcome(props: {
  outcome: IntegrationTest | undefined;
  error: Parameters<typeof problemWords>[0] | undefined;
  /** What was tried, where its checks do not say so themselves. */
  name?: string;
}) {
  const { outcome, error, name } = props;
  const { t } = useTranslation();
  const problem = error && problemWords(error, t);
  return (
    <Box role="status" aria-live="polite">
      {outcome && (
        <Box component="ul" data-testid="test-result" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {outcome.checks.map((check) => (
            <CheckLine key={check.name} check={name === undefined ? check : { ...check, name }} />
          ))}
        </Box>
      )}
      {problem && (
        <Box sx={{ display: 'flex', gap: 3, pt: 3 }}>
          <StateMark state="down" />
          <Box>
            <Typography variant="subtitle2">{problem.title}</Typography>
            <Typography variant="body2" color="textSecondary">
              {problem.mend}
            </Typography>
          </Box>
        </Box>
      )}
    </Box>
  );
}
