import { API_PREFIX } from '@marquee/contracts';
import type { Action, ThunkDispatch } from '@reduxjs/toolkit';
import {
  type BaseQueryApi,
  type BaseQueryFn,
  type FetchArgs,
  type FetchBaseQueryMeta,
  fetchBaseQuery,
} from '@reduxjs/toolkit/query';
import { renewSession } from '../session/renew.ts';
import { type Session, selectAccessToken } from '../session/session-slice.ts';
import { dataOf, fetchForData, writtenBody } from './aside/json-aside.ts';
import { type CallProblem, problemOfAnswer, unanswered } from './call-problem.ts';

type Query = BaseQueryFn<FetchArgs, unknown, CallProblem, Record<never, never>, FetchBaseQueryMeta>;

/** The only place from which the web's pages speak to Marquee. */
export function marqueeQuery(origin = window.location.origin): Query {
  const ask = askWithToken(origin);
  return async (request, api, extra) => {
    const token = tokenOf(api);
    const first = await ask(request, api, extra);
    if (token === null || !isRefused(first.error)) return first;
    // The token ended while nobody looked, or somebody ended the session; renewing tells which.
    const dispatch: ThunkDispatch<{ session: Session }, unknown, Action> = api.dispatch;
    const renewal = await dispatch(renewSession(token));
    return renewal === 'renewed' ? ask(request, api, extra) : first;
  };
}

function askWithToken(origin: string): Query {
  const ask = fetchBaseQuery({
    baseUrl: `${origin}${API_PREFIX}`,
    fetchFn: fetchForData,
    responseHandler: dataOf,
    prepareHeaders: (headers, api) => {
      headers.set('Accept', 'application/json');
      const token = tokenOf(api);
      if (token !== null) headers.set('Authorization', `Bearer ${token}`);
    },
  });
  return async (request, api, extra) => {
    const { data, error, meta } = await ask(await packed(request), api, extra);
    return error ? { error: problemOf(error, meta), ...(meta && { meta }) } : { data, ...(meta && { meta }) };
  };
}

/** A large text is turned into bytes once: every copy of the request would do it again. */
async function packed(request: FetchArgs): Promise<FetchArgs> {
  return typeof request.body === 'object' && request.body !== null
    ? { ...request, body: await writtenBody(request.body) }
    : request;
}

type AskError = NonNullable<Awaited<ReturnType<ReturnType<typeof fetchBaseQuery>>>['error']>;

function problemOf(error: AskError, meta: FetchBaseQueryMeta | undefined): CallProblem {
  const wait = meta?.response?.headers.get('Retry-After');
  if (typeof error.status === 'number') return problemOfAnswer(error.status, error.data, wait);
  if (error.status !== 'PARSING_ERROR') return unanswered;
  return problemOfAnswer(error.originalStatus, error.data, wait);
}

function isRefused(error: CallProblem | undefined): boolean {
  return error?.code === 'auth.required' || error?.code === 'auth.session-ended';
}

function tokenOf({ getState }: Pick<BaseQueryApi, 'getState'>): string | null {
  return selectAccessToken(getState() as { session: Session });
}
