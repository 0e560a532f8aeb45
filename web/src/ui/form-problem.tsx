import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SerializedError } from '@reduxjs/toolkit';
import { useTranslation } from 'react-i18next';
import { type CallProblem, isCallProblem, problemWords } from '../api/call-problem.ts';
import { MarkedText } from './marked-text.tsx';
import { waitWords } from './wait.ts';

/** Why a form did not go through, within the form. `left` counts down where Marquee asked for patience. */
export function FormProblem({ error, left = 0 }: { error: CallProblem | SerializedError; left?: number }) {
  const { t } = useTranslation();
  const { title, mend } = problemWords(error, t);
  const waits = isCallProblem(error) && error.waitSeconds !== undefined;
  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        gap: 3,
        p: 3,
        borderRadius: 1,
        border: 1,
        borderColor: 'error.main',
        bgcolor: 'background.paper',
      }}
    >
      <ErrorOutlineRounded fontSize="small" sx={{ color: 'error.main' }} aria-hidden />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="subtitle2">{title}</Typography>
        {waits ? (
          // Not read out every second: whoever cannot see it hears the first number.
          <Typography
            variant="body2"
            color="textSecondary"
            aria-live="off"
            sx={{ fontVariantNumeric: 'tabular-nums' }}
          >
            {waitWords(left, t)}
          </Typography>
        ) : (
          <Typography variant="body2" color="textSecondary">
            <MarkedText text={mend} />
          </Typography>
        )}
      </Box>
    </Box>
  );
}
