import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallProblem } from '../../api/call-problem.ts';
import { Field } from '../../ui/field.tsx';
import { FormProblem } from '../../ui/form-problem.tsx';
import { StepHeading } from './step-heading.tsx';
import { isWholeCode, printedCode } from './steps.ts';

export function CodeStep(props: { code: string; refused: CallProblem | null; onCode(code: string): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(props.code);
  const [tried, setTried] = useState(false);
  const code = printedCode(typed);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTyped(code);
    setTried(true);
    if (isWholeCode(code)) props.onCode(code);
  };
  return (
    <Stack component="form" noValidate onSubmit={send} sx={{ gap: 5 }}>
      <StepHeading title={t('setup.codeTitle')} what={t('setup.codeWhat')} />
      {props.refused && code === props.code && <FormProblem error={props.refused} />}
      <Field
        label={t('setup.code')}
        hint={t('setup.codeHint')}
        {...(tried && !isWholeCode(code) && { trouble: t('setup.codeTrouble') })}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => setTyped(code)}
        placeholder="XXXX-XXXX-XXXX"
        autoFocus
        inputProps={{
          autoComplete: 'one-time-code',
          autoCapitalize: 'characters',
          spellCheck: false,
          maxLength: 100,
        }}
        sx={(theme) => ({
          '& input': {
            ...theme.typography.mono,
            fontSize: theme.typography.h2.fontSize,
            textAlign: 'center',
            textTransform: 'uppercase',
            letterSpacing: '0.08em',
            py: 3,
          },
        })}
      />
      <Button type="submit" variant="contained" size="large">
        {t('setup.next')}
      </Button>
    </Stack>
  );
}
