import type { ConfigStart } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMakeConfigMutation } from '../../api/config-start.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ChosenLibrary } from './chosen-library.tsx';
import { FormPart } from './form-part.tsx';
import { PlexConnection } from './plex-connection.tsx';
import { ServerChoice } from './server-choice.tsx';
import { beginWith, goodFor, refusedIn, type StartDraft, wishOf } from './start-wish.ts';
import { WhatIsWritten } from './what-is-written.tsx';

const FIND_KEY = 'https://www.themoviedb.org/settings/api';
type Server = ConfigStart['servers'][number];

/** From the libraries of Plex to a config.yml: all of it on one page, and beside it what would be written. */
export function StartForm(props: { start: ConfigStart; servers: readonly Server[]; first: Server }) {
  const { start, servers, first } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => beginWith(start, first));
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const [make, { error, isLoading }] = useMakeConfigMutation();
  const server = servers.find(({ id }) => id === draft.serverId) ?? first;
  const change = (more: Partial<StartDraft>) => setDraft((now) => ({ ...now, ...more }));
  const refused = tries > 0 ? refusedIn(draft) : [];
  // What is wrong may be out of sight.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTries(tries + 1);
    if (refusedIn(draft).length > 0) return;
    const { data } = await make({ body: wishOf(draft) });
    if (data) void navigate('/doctor');
  };
  return (
    <>
      <Typography variant="h1">{t('start.title')}</Typography>
      <Typography color="textSecondary" sx={{ mt: 2, mb: 8, maxWidth: '68ch' }}>
        {t('start.what')}
      </Typography>
      <Box
        component="form"
        ref={form}
        noValidate
        onSubmit={(event) => void send(event)}
        sx={{
          display: 'grid',
          columnGap: 8,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          alignItems: 'start',
        }}
      >
        <Box>
          {servers.length > 1 && (
            <ServerChoice
              servers={servers}
              value={server.id}
              onChange={(chosen) => setDraft({ ...beginWith(start, chosen), tmdbKey: draft.tmdbKey })}
            />
          )}
          <FormPart id="libraries" title={t('start.libraries')} what={t('start.librariesWhat')}>
            {server.libraries.map((library) => (
              <ChosenLibrary
                key={library.id}
                library={library}
                offers={start.offers}
                files={draft.chosen[library.id] ?? null}
                onChange={(files) => {
                  const { [library.id]: _, ...others } = draft.chosen;
                  change({ chosen: files === null ? others : { ...draft.chosen, [library.id]: files } });
                }}
                good={goodFor(start, library)}
              />
            ))}
            {refused.includes('libraries') && (
              <Typography variant="body2" color="error" role="alert">
                {t('start.nothing')}
              </Typography>
            )}
          </FormPart>
          <FormPart id="plex" title={t('start.plex')} what={t('start.plexWhat')}>
            <PlexConnection server={server} draft={draft} refused={refused} onChange={change} />
          </FormPart>
          <FormPart id="tmdb" title={t('start.tmdb')} what={t('start.tmdbWhat')}>
            <Card sx={{ p: 5 }}>
              <PasswordField
                label={t('start.tmdbKey')}
                value={draft.tmdbKey}
                autoComplete="off"
                hint={
                  <Link href={FIND_KEY} target="_blank" rel="noreferrer" underline="always">
                    {t('start.tmdbFind')}
                  </Link>
                }
                trouble={refused.includes('tmdbKey') ? t('start.tmdbTrouble') : undefined}
                onChange={({ target }) => change({ tmdbKey: target.value })}
              />
            </Card>
          </FormPart>
        </Box>
        <Box sx={{ position: { lg: 'sticky' }, top: { lg: 80 }, mb: 8 }}>
          <WhatIsWritten server={server} draft={draft} />
          {error && (
            <Box sx={{ mt: 4 }}>
              <FormProblem error={error} />
            </Box>
          )}
          <Button type="submit" variant="contained" size="large" fullWidth loading={isLoading} sx={{ mt: 4 }}>
            {t('start.go')}
          </Button>
        </Box>
      </Box>
    </>
  );
}
