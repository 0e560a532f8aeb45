import { type ErrorCode, type ErrorDetail, type Problem, problem } from '@marquee/contracts';

type FailureKind = 'unreachable' | 'unauthorized' | 'bad-answer' | 'missing';

export interface FailureFacts {
  kind: FailureKind;
  message: string;
  fix?: string;
  details?: ErrorDetail[];
  /** May it be asked again? `always`: nothing had been sent, so even a write is safe. */
  retry?: 'never' | 'reads' | 'always';
  /** Does it say that the whole server is in trouble, and not only this one answer? */
  outage?: boolean;
  retryAfterMs?: number;
}

/** What went wrong inside one exchange. It never carries the library's own error: that one holds our headers. */
export class PlexFailure extends Error {
  readonly facts: FailureFacts;
  constructor(facts: FailureFacts) {
    super(facts.message);
    this.name = 'PlexFailure';
    this.facts = facts;
  }
}

/** What each kind is called to the outside; `missing` depends on the question. */
type FailureCodes = Record<Exclude<FailureKind, 'missing'>, ErrorCode>;
const serverCodes: FailureCodes = {
  unreachable: 'plex.unreachable',
  unauthorized: 'plex.unauthorized',
  'bad-answer': 'plex.bad-answer',
};

/** `where` reads like `GET http://plex:32400/library/sections`: no query, no headers. */
export function problemOf(
  failure: PlexFailure,
  where: string,
  missing: ErrorCode,
  codes = serverCodes,
): Problem {
  const { kind, message, fix, details, retryAfterMs } = failure.facts;
  const first: ErrorDetail = { message: `${where}: ${message}`, ...(fix === undefined ? {} : { fix }) };
  return problem(kind === 'missing' ? missing : codes[kind], {
    details: [first, ...(details ?? [])],
    headers: retryAfterMs === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) },
  });
}

export const badAnswer = (message: string, details?: ErrorDetail[]): PlexFailure =>
  new PlexFailure({ kind: 'bad-answer', message, ...(details === undefined ? {} : { details }) });
