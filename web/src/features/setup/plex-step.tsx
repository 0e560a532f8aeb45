import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useSaveSettingsMutation, useSettingsQuery, type VersionedSettings } from '../../api/settings.ts';
import { useHasDemo } from '../../api/system.ts';
import { Field } from '../../ui/field.tsx';
import { FormProblem } from '../../ui/form-problem.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ServerTest } from '../settings/server-test.tsx';
import { newServer, refusedServerFields, serverWish } from '../settings/settings-draft.ts';
import { TokenField } from '../settings/token-field.tsx';
import { LibraryChoice } from './library-choice.tsx';
import { StepHeading } from './step-heading.tsx';
import { stepAddress } from './steps.ts';

type OnBusy = (busy: boolean) => void;

export function PlexStep({ onBusy }: { onBusy: OnBusy }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useSettingsQuery();
  return (
    <Stack sx={{ gap: 5 }}>
      <StepHeading title={t('setup.plexTitle')} what={t('setup.plexWhat')} />
      {data ? (
        data.settings.plex.managed ? (
          <Managed />
        ) : (
          <Choice read={data} onBusy={onBusy} />
        )
      ) : error ? (
        <ProblemNotice error={error} onRetry={refetch} />
      ) : (
        <Skeleton height={140} />
      )}
    </Stack>
  );
}

function Managed() {
  const { t } = useTranslation();
  return (
    <>
      <Typography>{t('setup.managed')}</Typography>
      <Button component={Link} to={stepAddress('done')} variant="contained" size="large">
        {t('setup.next')}
      </Button>
    </>
  );
}

function Choice({ read, onBusy }: { read: VersionedSettings; onBusy: OnBusy }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [save, { error, isLoading }] = useSaveSettingsMutation();
  const hasDemo = useHasDemo();
  const [chosen, setMode] = useState<'demo' | 'servers'>('demo');
  const mode = hasDemo ? chosen : 'servers';
  const [draft, setDraft] = useState(() => ({ ...newServer([]), name: t('setup.serverName') }));
  const [tried, setTried] = useState(false);
  const refused = refusedServerFields(draft);
  const tokenMissing = !draft.typedToken?.trim();

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (mode === 'servers' && (refused.length > 0 || tokenMissing)) return;
    onBusy(true);
    const servers = mode === 'servers' ? [serverWish(draft)] : [];
    const { data } = await save({ wish: { plex: { mode, servers } }, version: read.version });
    onBusy(false);
    if (data) void navigate(stepAddress('done'));
  };

  return (
    <Stack component="form" noValidate onSubmit={(event) => void send(event)} sx={{ gap: 5 }}>
      {hasDemo && <LibraryChoice value={mode} onChange={setMode} />}
      {mode === 'servers' && (
        <Card sx={{ p: 5, display: 'flex', flexDirection: 'column', gap: 4 }}>
          <Field
            label={t('settings.address')}
            value={draft.url}
            placeholder="http://192.168.1.10:32400"
            {...(tried && refused.includes('url') && { trouble: t('settings.addressTrouble') })}
            inputProps={{ inputMode: 'url', maxLength: 300, spellCheck: false, autoComplete: 'off' }}
            onChange={({ target }) => setDraft({ ...draft, url: target.value })}
          />
          <TokenField
            saved={undefined}
            typed={draft.typedToken}
            managed={false}
            forgotten={false}
            onChange={(typedToken) => setDraft({ ...draft, typedToken })}
          />
          <ServerTest draft={draft} />
        </Card>
      )}
      {error && <FormProblem error={error} />}
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
        <Button component={Link} to={stepAddress('done')} variant="outlined" size="large">
          {t('setup.skip')}
        </Button>
        <Button type="submit" variant="contained" size="large" loading={isLoading} sx={{ flex: 1 }}>
          {t('setup.save')}
        </Button>
      </Box>
    </Stack>
  );
}
