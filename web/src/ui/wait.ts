import type { SerializedError } from '@reduxjs/toolkit';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { type CallProblem, isCallProblem } from '../api/call-problem.ts';

const SECOND_MS = 1000;

/** Seconds until Marquee takes another try, counting down from what it asked for. */
export function useWait(error: CallProblem | SerializedError | undefined): number {
  const asked = isCallProblem(error) ? (error.waitSeconds ?? 0) : 0;
  const [left, setLeft] = useState(0);
  useEffect(() => {
    setLeft(asked);
    if (asked === 0 || !error) return;
    const end = Date.now() + asked * SECOND_MS;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - Date.now()) / SECOND_MS));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, SECOND_MS / 4);
    return () => clearInterval(timer);
  }, [asked, error]);
  return left;
}

export function waitWords(left: number, t: TFunction): string {
  if (left <= 0) return t('signIn.mayTry');
  const time =
    left < 120 ? t('signIn.seconds', { count: left }) : t('signIn.minutes', { count: Math.ceil(left / 60) });
  return t('signIn.wait', { time });
}
