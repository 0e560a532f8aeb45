import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ChangeEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBringCopyMutation } from '../../../api/config-copies.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { MissingSecrets } from '../missing-secrets.tsx';
import { PathsLeft } from '../paths-left.tsx';

/** Takes a zip in, and tells what came of it. */
export function BringCopy() {
  const { t } = useTranslation();
  const what = useId();
  const input = useRef<HTMLInputElement>(null);
  const [bring, { data, error, isLoading }] = useBringCopyMutation();
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const zip = target.files?.[0];
    target.value = '';
    if (zip) void bring({ zip });
  };
  return (
    <>
      <Stack
        direction={{ xs: 'column', sm: 'row' }}
        sx={{ gap: 3, alignItems: { xs: 'stretch', sm: 'center' } }}
      >
        <Button
          variant="outlined"
          loading={isLoading}
          aria-describedby={what}
          sx={{ flex: 'none', minWidth: { sm: 192 } }}
          onClick={() => input.current?.click()}
        >
          {t('history.copy.choose')}
        </Button>
        <Typography id={what} variant="body2" color="textSecondary">
          {t('history.copy.bringWhat')}
        </Typography>
      </Stack>
      <input
        ref={input}
        hidden
        type="file"
        accept=".zip,application/zip"
        aria-label={t('history.copy.choose')}
        onChange={chosen}
      />
      {error && <FormProblem error={error} />}
      {data && (
        <Stack sx={{ gap: 3 }}>
          <Typography role="status" variant="body2">
            {data.version
              ? t('history.copy.taken', { count: data.version.files.length })
              : t('history.copy.same')}{' '}
            {data.pictures > 0 && t('history.copy.pictures', { count: data.pictures })}
          </Typography>
          {data.missingSecrets.length > 0 && <MissingSecrets missing={data.missingSecrets} />}
          {data.notImported.length > 0 && (
            <PathsLeft title={t('history.copy.left')} paths={data.notImported} />
          )}
        </Stack>
      )}
    </>
  );
}
