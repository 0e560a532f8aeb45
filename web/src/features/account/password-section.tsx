import type { User } from '@marquee/contracts';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCallProblem } from '../../api/call-problem.ts';
import { useChangePasswordMutation } from '../../api/sign-in.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { isLongEnough, NewPasswordField } from '../../ui/new-password-field.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Told } from '../../ui/told.tsx';
import { useWait } from '../../ui/wait.ts';

export function PasswordSection({ origin }: { origin: User['origin'] }) {
  const { t } = useTranslation();
  return (
    <PageSection
      id="password"
      title={t('account.password')}
      what={origin === 'plex' ? t('account.noPassword') : t('account.passwordWhat')}
    >
      {origin === 'local' && <ChangePassword />}
    </PageSection>
  );
}

function ChangePassword() {
  const { t } = useTranslation();
  const [change, { error, isLoading, reset }] = useChangePasswordMutation();
  const left = useWait(error);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [done, setDone] = useState(false);
  const wrong = isCallProblem(error) && error.code === 'auth.wrong-credentials';
  const whole = current !== '' && isLongEnough(next);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!whole || isLoading || left > 0) return;
    const { data } = await change({ body: { current, next } });
    if (!data) return;
    setCurrent('');
    setNext('');
    setDone(true);
  };

  return (
    <Card sx={{ p: 5 }}>
      <Stack
        component="form"
        noValidate
        onSubmit={(event) => void send(event)}
        sx={{ gap: 5, maxWidth: 400 }}
      >
        <PasswordField
          label={t('account.current')}
          value={current}
          onChange={({ target }) => {
            setCurrent(target.value);
            if (wrong) reset();
          }}
          inputProps={{ autoComplete: 'current-password' }}
          {...(wrong && { trouble: t('account.wrong') })}
        />
        <NewPasswordField
          label={t('account.next')}
          value={next}
          onChange={({ target }) => setNext(target.value)}
        />
        {error && !wrong && <FormProblem error={error} left={left} />}
        <Button
          type="submit"
          variant="contained"
          loading={isLoading}
          disabled={!whole || left > 0}
          sx={{ alignSelf: 'start' }}
        >
          {t('account.change')}
        </Button>
        {wrong && (
          <Typography
            role="alert"
            sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden' }}
          >
            {t('account.wrong')}
          </Typography>
        )}
      </Stack>
      {done && <Told words={t('account.changed')} onClose={() => setDone(false)} />}
    </Card>
  );
}
