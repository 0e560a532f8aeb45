import type { SignInOptions } from '@marquee/contracts';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useSignInOptionsQuery } from '../../api/sign-in.ts';
import { useAppSelector } from '../../app/store.ts';
import { usePlace } from '../../frame/place.tsx';
import { Stage } from '../../frame/stage.tsx';
import { backOf } from '../../session/back.ts';
import { selectSession } from '../../session/session-slice.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { NotEncrypted } from './not-encrypted.tsx';
import { PasswordForm } from './password-form.tsx';
import { PlexWaiting } from './plex-waiting.tsx';
import { isPlexWindow, recallBack } from './plex-window.ts';
import { PlexWindowDone } from './plex-window-done.tsx';
import { usePlexSignIn } from './use-plex-sign-in.ts';

export default function SignInPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('signIn.place') }]);
  const [search] = useSearchParams();
  const cameBack = search.get('plex') === 'back';
  const session = useAppSelector(selectSession);
  const { data: options, error, refetch } = useSignInOptionsQuery();
  if (session.phase === 'signed-in') {
    return <Navigate to={cameBack ? recallBack() : backOf(search)} replace />;
  }
  if (options?.setupNeeded) return <Navigate to="/setup" replace />;
  if (options) {
    return <Door options={options} cameBack={cameBack} back={backOf(search)} />;
  }
  return <Stage>{error ? <ProblemNotice error={error} onRetry={refetch} /> : <FormSkeleton />}</Stage>;
}

function Door({ options, cameBack, back }: { options: SignInOptions; cameBack: boolean; back: string }) {
  const [elsewhere, setElsewhere] = useState(cameBack && isPlexWindow());
  const plex = usePlexSignIn({ asking: cameBack && !elsewhere, back });
  const [busy, setBusy] = useState(false);
  const waiting = plex.phase === 'opening' || plex.phase === 'asking';
  return (
    <Stage busy={busy || waiting}>
      {elsewhere ? (
        <PlexWindowDone onStay={() => setElsewhere(false)} />
      ) : plex.phase !== 'idle' ? (
        <PlexWaiting plex={plex} />
      ) : (
        <PasswordForm withPlex={options.methods.includes('plex')} onPlex={plex.begin} onBusy={setBusy} />
      )}
      {!options.encrypted && <NotEncrypted />}
    </Stage>
  );
}

function FormSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack role="status" aria-busy="true" aria-label={t('cell.loading')} sx={{ gap: 5 }}>
      <Skeleton width={120} height={26} />
      <Skeleton height={60} />
      <Skeleton height={60} />
      <Skeleton height={40} />
    </Stack>
  );
}
