import { UserName } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type CallProblem, isCallProblem } from '../../api/call-problem.ts';
import { useSetUpMutation } from '../../api/sign-in.ts';
import { Field } from '../../ui/field.tsx';
import { FormProblem } from '../../ui/form-problem.tsx';
import { isLongEnough, NewPasswordField } from '../../ui/new-password-field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useWait } from '../../ui/wait.ts';
import { StepHeading } from './step-heading.tsx';
import { stepAddress } from './steps.ts';

interface AdminStepProps {
  code: string;
  onBusy(busy: boolean): void;
  onCodeRefused(problem: CallProblem): void;
}

export function AdminStep({ code, onBusy, onCodeRefused }: AdminStepProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [setUp, { error, isLoading }] = useSetUpMutation();
  const left = useWait(error);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const nameFits = UserName.safeParse(name.trim()).success;
  const same = password === repeated;
  const whole = nameFits && isLongEnough(password) && same;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!whole || isLoading || left > 0) return;
    onBusy(true);
    const { data, error: refused } = await setUp({ body: { code, name: name.trim(), password } });
    onBusy(false);
    if (data) void navigate(stepAddress('plex'), { replace: true });
    else if (isCallProblem(refused) && refused.code === 'setup.code-wrong') onCodeRefused(refused);
  };

  return (
    <Stack component="form" noValidate onSubmit={(event) => void send(event)} sx={{ gap: 5 }}>
      <StepHeading title={t('setup.adminTitle')} what={t('setup.adminWhat')} />
      {error && <FormProblem error={error} left={left} />}
      <Field
        label={t('setup.name')}
        hint={t('setup.nameHint')}
        {...(tried && !nameFits && { trouble: t('setup.nameTrouble') })}
        value={name}
        onChange={({ target }) => setName(target.value)}
        autoFocus
        name="username"
        inputProps={{ autoComplete: 'username', autoCapitalize: 'none', spellCheck: false, maxLength: 64 }}
      />
      <NewPasswordField
        label={t('setup.password')}
        name="password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <PasswordField
        label={t('setup.repeat')}
        value={repeated}
        onChange={({ target }) => setRepeated(target.value)}
        inputProps={{ autoComplete: 'new-password' }}
        {...(!same && (tried || repeated.length >= password.length) && { trouble: t('setup.repeatTrouble') })}
      />
      <Box sx={{ display: 'flex', gap: 3 }}>
        <Button component={Link} to={stepAddress('code')} variant="outlined" size="large">
          {t('setup.back')}
        </Button>
        <Button
          type="submit"
          variant="contained"
          size="large"
          loading={isLoading}
          disabled={left > 0}
          sx={{ flex: 1 }}
        >
          {t('setup.make')}
        </Button>
      </Box>
    </Stack>
  );
}
