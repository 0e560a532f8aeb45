import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SerializedError } from '@reduxjs/toolkit';
import { type CallProblem, isCallProblem } from '../../api/call-problem.ts';
import { FormProblem } from '../../ui/form-problem.tsx';

/** Why a template cannot be written so; its own reason where Marquee gave one. */
export function Refusal({ error }: { error: CallProblem | SerializedError }) {
  const reason =
    isCallProblem(error) && error.code.startsWith('config.template') ? error.details[0] : undefined;
  if (!reason) return <FormProblem error={error} />;
  return (
    <Box role="alert" sx={{ display: 'flex', gap: 2 }}>
      <ErrorOutlineRounded fontSize="small" sx={{ color: 'error.main' }} aria-hidden />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2">{reason.message}.</Typography>
        {reason.fix && (
          <Typography variant="body2" color="textSecondary">
            {reason.fix}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
