import { Navigate, Outlet, useLocation } from 'react-router';
import { useSignInOptionsQuery } from '../api/sign-in.ts';
import { useAppSelector } from '../app/store.ts';
import { FrameSkeleton } from '../frame/frame-skeleton.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { signInAddress } from './back.ts';
import { selectSession } from './session-slice.ts';

/** Pages for whoever is signed in; everybody else is led to the door, and from there back here. */
export function SignedInOnly() {
  const { phase } = useAppSelector(selectSession);
  if (phase === 'restoring') return <FrameSkeleton />;
  return phase === 'signed-in' ? <Outlet /> : <ToTheDoor />;
}

function ToTheDoor() {
  const place = useLocation();
  const { data: options, error, refetch } = useSignInOptionsQuery();
  if (options) return <Navigate to={options.setupNeeded ? '/setup' : signInAddress(place)} replace />;
  return error ? <ProblemNotice error={error} onRetry={refetch} /> : <FrameSkeleton />;
}
