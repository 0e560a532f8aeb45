import type { SerializedError } from '@reduxjs/toolkit';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CallProblem, isCallProblem } from '../../api/call-problem.ts';
import { usePlexFinishMutation, usePlexStartMutation } from '../../api/sign-in.ts';
import { goesAway, openPlexWindow, rememberBack } from './plex-window.ts';

type Trouble = CallProblem | SerializedError;

export interface PlexSignIn {
  phase: 'idle' | 'opening' | 'asking' | 'over';
  /** Where the person says yes; null where Plex has sent this very window back. */
  signInUrl: string | null;
  /** Why it is over, or why the last answer was none. */
  trouble: Trouble | null;
  begin(): void;
  cancel(): void;
}

const EVERY_MS = 2000;
const SECOND_MS = 1000;

/** Sign-in with Plex as this browser goes through it. When Plex says yes the session begins by itself. */
export function usePlexSignIn({ asking, back }: { asking: boolean; back: string }): PlexSignIn {
  const [start] = usePlexStartMutation();
  const [finish] = usePlexFinishMutation();
  const [phase, setPhase] = useState<PlexSignIn['phase']>(asking ? 'asking' : 'idle');
  const [signInUrl, setSignInUrl] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const opened = useRef<Window | null>(null);

  useEffect(() => {
    if (asking) setPhase('asking');
  }, [asking]);

  const end = useCallback((why: Trouble | null) => {
    opened.current?.close();
    setTrouble(why);
    setPhase(why ? 'over' : 'idle');
  }, []);

  const begin = useCallback(async () => {
    const away = goesAway();
    opened.current = away ? null : openPlexWindow();
    setTrouble(null);
    setPhase('opening');
    const { data, error } = await start();
    if (!data) return end(error ?? null);
    rememberBack(back);
    setSignInUrl(data.signInUrl);
    if (away) window.location.assign(data.signInUrl);
    else if (opened.current) opened.current.location.href = data.signInUrl;
    setPhase('asking');
  }, [start, back, end]);

  useEffect(() => {
    if (phase !== 'asking') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async () => {
      const { data, error } = await finish();
      if (left || data) return;
      if (error && isOver(error)) return end(error);
      setTrouble(error ?? null);
      const pause = isCallProblem(error) && error.waitSeconds ? error.waitSeconds * SECOND_MS : EVERY_MS;
      timer = setTimeout(() => void ask(), pause);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [phase, finish, end]);

  const cancel = useCallback(() => end(null), [end]);
  return { phase, signInUrl, trouble, begin: () => void begin(), cancel };
}

/** What asking again cannot mend. */
function isOver(error: Trouble): boolean {
  return (
    isCallProblem(error) &&
    ['auth.plex-pin-gone', 'auth.plex-refused', 'auth.plex-off', 'auth.origin-refused'].includes(error.code)
  );
}
