import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { SerializedError } from '@reduxjs/toolkit';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallProblem } from '../api/call-problem.ts';
import { FormProblem } from './form-problem.tsx';

interface AskDialogProps {
  title: string;
  what?: string;
  /** What the button does, in its words. */
  go: string;
  /** What cannot be taken back. */
  harm?: boolean;
  busy: boolean;
  disabled?: boolean;
  error?: CallProblem | SerializedError | undefined;
  onGo(): void;
  onClose(): void;
  children?: ReactNode;
}

/** Asks for what is needed, or whether it is really meant, and stays until it is done. */
export function AskDialog(props: AskDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!props.busy && !props.disabled) props.onGo();
  };
  return (
    <Dialog
      open
      onClose={() => !props.busy && props.onClose()}
      maxWidth="xs"
      fullWidth
      aria-labelledby={`${id}-title`}
      {...(props.what && { 'aria-describedby': `${id}-what` })}
    >
      <Stack component="form" noValidate onSubmit={send} sx={{ p: { xs: 5, sm: 6 }, gap: 5 }}>
        <Box>
          <Typography id={`${id}-title`} variant="h2" component="h2">
            {props.title}
          </Typography>
          {props.what && (
            <Typography id={`${id}-what`} color="textSecondary" sx={{ mt: 2 }}>
              {props.what}
            </Typography>
          )}
        </Box>
        {props.children}
        {props.error && <FormProblem error={props.error} />}
        <Box sx={{ display: 'flex', gap: 3, justifyContent: 'flex-end' }}>
          <Button onClick={props.onClose} disabled={props.busy}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            variant={props.harm ? 'outlined' : 'contained'}
            loading={props.busy}
            disabled={props.disabled ?? false}
            {...(props.harm && { color: 'error', sx: { color: 'error.main', borderColor: 'error.main' } })}
          >
            {props.go}
          </Button>
        </Box>
      </Stack>
    </Dialog>
  );
}
