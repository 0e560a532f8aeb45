import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SerializedError } from '@reduxjs/toolkit';
import { useTranslation } from 'react-i18next';
import { type CallProblem, isCallProblem } from '../../../api/call-problem.ts';

/** Where the secrets stand that a branch does not keep. */
export function SecretLines({ error }: { error: CallProblem | SerializedError }) {
  const { t } = useTranslation();
  if (!isCallProblem(error) || error.code !== 'config.branch-secret') return null;
  return (
    <Box component="ul" sx={{ m: 0, mt: 2, pl: 5 }}>
      {error.details.map(({ line, message }) => (
        <Typography key={`${line ?? 0} ${message}`} component="li" variant="body2">
          {line === undefined ? message : t('branches.secretLine', { line, message })}
        </Typography>
      ))}
    </Box>
  );
}
