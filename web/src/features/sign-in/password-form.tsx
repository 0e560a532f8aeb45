import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignInMutation } from '../../api/sign-in.ts';
import { useAppSelector } from '../../app/store.ts';
import { selectSession } from '../../session/session-slice.ts';
import { Field } from '../../ui/field.tsx';
import { FormProblem } from '../../ui/form-problem.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useWait } from '../../ui/wait.ts';

interface PasswordFormProps {
  withPlex: boolean;
  onPlex(): void;
  onBusy(busy: boolean): void;
}

export function PasswordForm({ withPlex, onPlex, onBusy }: PasswordFormProps) {
  const { t } = useTranslation();
  const [signIn, { error, isLoading, reset }] = useSignInMutation();
  const left = useWait(error);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const passwordInput = useRef<HTMLInputElement>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isLoading || left > 0) return;
    onBusy(true);
    const { error: refused } = await signIn({ body: { name: name.trim(), password } });
    onBusy(false);
    if (!refused) return;
    passwordInput.current?.focus();
    passwordInput.current?.select();
  };

  return (
    <Stack component="form" onSubmit={(event) => void send(event)} sx={{ gap: 5 }}>
      <Box>
        <Typography variant="h1">{t('signIn.title')}</Typography>
        <Before />
      </Box>
      {error && <FormProblem error={error} left={left} />}
      <Field
        label={t('signIn.name')}
        value={name}
        onChange={({ target }) => {
          setName(target.value);
          // What was refused, or must wait, was somebody else.
          if (error) reset();
        }}
        required
        autoFocus
        name="username"
        inputProps={{ autoComplete: 'username', autoCapitalize: 'none', spellCheck: false, maxLength: 256 }}
      />
      <PasswordField
        label={t('signIn.password')}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
        required
        name="password"
        inputRef={passwordInput}
        inputProps={{ autoComplete: 'current-password' }}
      />
      <Button type="submit" variant="contained" size="large" loading={isLoading} disabled={left > 0}>
        {t('signIn.go')}
      </Button>
      {withPlex && (
        <>
          <Or />
          <Button variant="outlined" size="large" onClick={onPlex}>
            {t('signIn.plex')}
          </Button>
        </>
      )}
    </Stack>
  );
}

/** Why one stands at the door again. */
function Before() {
  const { t } = useTranslation();
  const session = useAppSelector(selectSession);
  if (session.phase !== 'signed-out' || session.why === 'nobody') return null;
  return (
    <Typography role="status" color="textSecondary" sx={{ mt: 2 }}>
      {t(`signIn.${session.why}`)}
    </Typography>
  );
}

function Or() {
  const { t } = useTranslation();
  const line = { flex: 1, height: '1px', bgcolor: 'line' };
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
      <Box sx={line} />
      <Typography variant="body2" sx={{ color: 'text.low' }}>
        {t('signIn.or')}
      </Typography>
      <Box sx={line} />
    </Box>
  );
}
