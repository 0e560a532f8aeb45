import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SerializedError } from '@reduxjs/toolkit';
import { useTranslation } from 'react-i18next';
import { type CallProblem, isCallProblem, problemWords } from '../api/call-problem.ts';
import { CopyButton } from './copy-button.tsx';
import { Notice } from './notice.tsx';

/** What happened, what to do, and the folded details with a request id for whoever looks it up in a log. */
export function ProblemNotice({ error, onRetry }: { error: CallProblem | SerializedError; onRetry(): void }) {
  const { t } = useTranslation();
  const problem = isCallProblem(error) ? error : undefined;
  const { title, mend } = problemWords(error, t);
  return (
    <Notice
      role="alert"
      lit={[]}
      title={title}
      what={mend}
      action={
        <Button variant="outlined" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      }
    >
      {problem && problem.status > 0 && <Details problem={problem} />}
    </Notice>
  );
}

function Details({ problem }: { problem: CallProblem }) {
  const { t } = useTranslation();
  return (
    <Box
      component="details"
      sx={{
        mt: 2,
        width: 'min(100%, 560px)',
        textAlign: 'left',
        '& summary': { cursor: 'pointer', py: 2, textAlign: 'center' },
      }}
    >
      <Typography component="summary" variant="body2" color="textSecondary">
        {t('problem.details')}
      </Typography>
      <Box sx={{ p: 4, bgcolor: 'background.paper', borderRadius: 1, border: 1, borderColor: 'line' }}>
        <Typography variant="mono" component="p">
          {t('problem.code')}: {problem.code} ({problem.status})
        </Typography>
        {problem.details.map((detail) => (
          <Typography
            key={`${detail.path}${detail.message}`}
            variant="mono"
            component="p"
            color="textSecondary"
          >
            {[detail.path, detail.message].filter(Boolean).join(': ')}
          </Typography>
        ))}
        {problem.requestId && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Typography variant="mono" component="p" sx={{ flex: 1 }}>
              {t('problem.requestId')}: {problem.requestId}
            </Typography>
            <CopyButton text={problem.requestId} label={t('problem.copyId')} />
          </Box>
        )}
      </Box>
    </Box>
  );
}
