import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import type { CallProblem } from '../../api/call-problem.ts';
import { useSignInOptionsQuery } from '../../api/sign-in.ts';
import { useAppSelector } from '../../app/store.ts';
import { usePlace } from '../../frame/place.tsx';
import { Stage } from '../../frame/stage.tsx';
import { selectSession } from '../../session/session-slice.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { AdminStep } from './admin-step.tsx';
import { CodeStep } from './code-step.tsx';
import { DoneStep } from './done-step.tsx';
import { PlexStep } from './plex-step.tsx';
import { StepLine } from './step-line.tsx';
import { stepAddress, stepOf } from './steps.ts';

/** From the code on the terminal to the first library. Each step has its address; going back works. */
export default function SetupPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('setup.place') }]);
  const { pathname } = useLocation();
  const [busy, setBusy] = useState(false);
  return (
    <Stage busy={busy} wide>
      <StepLine now={stepOf(pathname)} />
      <Now onBusy={setBusy} />
    </Stage>
  );
}

function Now({ onBusy }: { onBusy(busy: boolean): void }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const session = useAppSelector(selectSession);
  const { data: options, error, refetch } = useSignInOptionsQuery();
  const [code, setCode] = useState('');
  const [refused, setRefused] = useState<CallProblem | null>(null);
  const step = stepOf(pathname);

  if (session.phase === 'signed-in') {
    if (session.user.role !== 'admin') return <Navigate to="/" replace />;
    if (step === 'plex') return <PlexStep onBusy={onBusy} />;
    if (step === 'done') return <DoneStep user={session.user} encrypted={options?.encrypted ?? true} />;
    return <Navigate to={stepAddress('plex')} replace />;
  }
  if (session.phase === 'restoring' || (!options && !error)) return <StepSkeleton />;
  if (!options) return error ? <ProblemNotice error={error} onRetry={refetch} /> : null;
  if (!options.setupNeeded) return <Over />;
  if (step === 'admin' && code !== '') {
    return (
      <AdminStep
        code={code}
        onBusy={onBusy}
        onCodeRefused={(problem) => {
          setRefused(problem);
          void navigate(stepAddress('code'), { replace: true });
        }}
      />
    );
  }
  // The code is nowhere but in this page: whoever loads a later step anew begins again.
  if (step !== 'code') return <Navigate to={stepAddress('code')} replace />;
  return (
    <CodeStep
      code={code}
      refused={refused}
      onCode={(typed) => {
        setCode(typed);
        setRefused(null);
        void navigate(stepAddress('admin'));
      }}
    />
  );
}

function Over() {
  const { t } = useTranslation();
  return (
    <Notice
      title={t('setup.overTitle')}
      what={t('setup.overWhat')}
      action={
        <Button component={Link} to="/sign-in" variant="contained">
          {t('setup.toSignIn')}
        </Button>
      }
    />
  );
}

function StepSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true" aria-label={t('cell.loading')}>
      <Skeleton width="70%" height={34} sx={{ mb: 4 }} />
      <Skeleton height={48} sx={{ mb: 6 }} />
      <Skeleton height={56} sx={{ mb: 6 }} />
      <Skeleton height={44} />
    </div>
  );
}
