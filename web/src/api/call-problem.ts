import { type ErrorCode, type ErrorDetail, errorTable, FailureEnvelope } from '@marquee/contracts';
import type { SerializedError } from '@reduxjs/toolkit';
import type { TFunction } from 'i18next';

/** Why a call did not bring data: Marquee said so, or nobody answered. */
export interface CallProblem {
  code: ErrorCode | 'call.unanswered' | 'call.unreadable';
  status: number;
  message: string;
  details: ErrorDetail[];
  requestId: string | null;
  /** Seconds to wait before trying again, where Marquee said so. */
  waitSeconds?: number;
}

export function problemOfAnswer(status: number, body: unknown, retryAfter?: string | null): CallProblem {
  const failure = FailureEnvelope.safeParse(body);
  const wait = Number.parseInt(retryAfter ?? '', 10);
  if (failure.success) return { ...failure.data.error, status, ...(wait > 0 && { waitSeconds: wait }) };
  // 502–504 without our envelope come from whatever stands in front of Marquee: it is not there.
  const gone = status >= 502 && status <= 504;
  return { ...noEnvelope, code: gone ? 'call.unanswered' : 'call.unreadable', status };
}

export const unanswered: CallProblem = {
  code: 'call.unanswered',
  status: 0,
  message: '',
  details: [],
  requestId: null,
};
const noEnvelope = { message: '', details: [], requestId: null };

export function isUnanswered(problem: unknown): boolean {
  return isCallProblem(problem) && problem.code === 'call.unanswered';
}

export function isCallProblem(value: unknown): value is CallProblem {
  return typeof value === 'object' && value !== null && 'code' in value && 'details' in value;
}

/** What happened and what the person can do, in the contract's own words where Marquee answered. */
export function problemWords(
  error: CallProblem | SerializedError,
  t: TFunction,
): { title: string; mend: string } {
  const problem = isCallProblem(error) ? error : undefined;
  if (problem?.code === 'call.unanswered') {
    return { title: t('problem.unanswered'), mend: t('problem.unansweredMend') };
  }
  if (!problem || problem.code === 'call.unreadable') {
    return { title: t('problem.unreadable'), mend: t('problem.unreadableMend') };
  }
  const fix = problem.details.find((detail) => detail.fix)?.fix;
  return { title: problem.message, mend: fix ?? errorTable[problem.code].mend };
}
