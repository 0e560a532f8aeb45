import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../api/call-problem.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import type { PlexSignIn } from './use-plex-sign-in.ts';

/** While Plex is asked; the bulbs above run as long as it lasts. */
export function PlexWaiting({ plex }: { plex: PlexSignIn }) {
  const { t } = useTranslation();
  const { phase, signInUrl, trouble } = plex;
  if (phase === 'over') {
    return (
      <Stack sx={{ gap: 5 }}>
        <Typography variant="h1">{t('signIn.title')}</Typography>
        {trouble && <FormProblem error={trouble} />}
        <Button variant="contained" size="large" onClick={plex.begin} autoFocus>
          {t('signIn.beginAgain')}
        </Button>
        <Button variant="outlined" size="large" onClick={plex.cancel}>
          {t('signIn.withPassword')}
        </Button>
      </Stack>
    );
  }
  const words = phase === 'opening' ? 'plexOpening' : signInUrl ? 'plexWaiting' : 'plexChecking';
  return (
    <Stack sx={{ gap: 5 }} role="status">
      <Typography variant="h1">{t(`signIn.${words}`)}</Typography>
      <Typography color="textSecondary">{t(`signIn.${words}What`)}</Typography>
      {trouble && (
        <Typography variant="body2" color="textSecondary">
          {t('signIn.plexTrouble', { title: problemWords(trouble, t).title })}
        </Typography>
      )}
      {signInUrl && (
        <Link
          href={signInUrl}
          target="_blank"
          rel="noreferrer"
          underline="always"
          sx={{ alignSelf: 'start', py: 1 }}
        >
          {t('signIn.plexAgain')}
        </Link>
      )}
      <Button variant="outlined" size="large" onClick={plex.cancel}>
        {t('signIn.cancel')}
      </Button>
    </Stack>
  );
}
