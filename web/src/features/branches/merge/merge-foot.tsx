import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import type { SerializedError } from '@reduxjs/toolkit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallProblem, isCallProblem } from '../../../api/call-problem.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';

/** How much is left to decide, what the version shall say, and the merge. */
export function MergeFoot(props: {
  branch: string;
  left: number;
  busy: boolean;
  /** The plan was made anew just now. */
  planned: boolean;
  error: CallProblem | SerializedError | undefined;
  onNext(): void;
  onPlanAnew(): void;
  onMerge(wish: { message: string; keep: boolean }): void;
}) {
  const { branch, left, busy, planned, error } = props;
  const { t } = useTranslation();
  const [message, setMessage] = useState('');
  const [keep, setKeep] = useState(false);
  const code = isCallProblem(error) ? error.code : undefined;
  const hasMoved = code === 'request.precondition-failed' || code === 'config.branch-conflict';
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (left === 0 && !busy && !hasMoved) props.onMerge({ message: message.trim(), keep });
      }}
      sx={{
        flex: 'none',
        px: 4,
        py: { xs: 2, sm: 3 },
        borderTop: 1,
        borderColor: 'line',
        bgcolor: 'background.paper',
        display: 'grid',
        gap: { xs: 2, sm: 3 },
      }}
    >
      {error && !hasMoved && <FormProblem error={error} />}
      {hasMoved && (
        <Box role="alert" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
          <Box sx={{ flex: '1 1 280px' }}>
            <Typography variant="subtitle2">{t('branches.merge.moved')}</Typography>
            <Typography variant="body2" color="textSecondary">
              {t('branches.merge.movedWhat')}
            </Typography>
          </Box>
          <Button variant="contained" loading={busy} onClick={props.onPlanAnew}>
            {t('branches.merge.planAnew')}
          </Button>
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 2 }}>
        <Box
          sx={{ flex: { xs: '1 1 100%', md: '1 1 200px' }, display: 'flex', alignItems: 'center', gap: 2 }}
        >
          <Typography variant="body2" role="status">
            {planned && `${t('branches.merge.planned')} `}
            {left === 0 ? t('branches.merge.ready') : t('branches.merge.left', { count: left })}
          </Typography>
          {left > 0 && (
            <Button size="small" onClick={props.onNext}>
              {t('branches.merge.next')}
            </Button>
          )}
        </Box>
        <OutlinedInput
          size="small"
          value={message}
          placeholder={t('branches.merge.messageOf', { branch })}
          inputProps={{ 'aria-label': t('branches.merge.message'), maxLength: 200 }}
          onChange={({ target }) => setMessage(target.value)}
          // A phone has more need of the room above while something is left to decide.
          sx={{
            display: { xs: left > 0 ? 'none' : 'flex', sm: 'flex' },
            flex: { xs: '1 1 100%', sm: '1 1 220px' },
            maxWidth: { sm: 360 },
          }}
        />
        <FormControlLabel
          label={<Typography variant="body2">{t('branches.merge.keepBranch')}</Typography>}
          control={
            <Checkbox size="small" checked={keep} onChange={({ target }) => setKeep(target.checked)} />
          }
          sx={{ mr: 0 }}
        />
        <Button
          type="submit"
          variant={hasMoved ? 'outlined' : 'contained'}
          loading={busy && !hasMoved}
          disabled={left > 0 || hasMoved}
          sx={{ ml: 'auto' }}
        >
          {left > 0 ? t('branches.merge.goLeft', { count: left }) : t('branches.merge.go')}
        </Button>
      </Box>
    </Box>
  );
}
