import { API_PREFIX } from '@marquee/contracts';
import { type BaseQueryFn, type FetchArgs, fetchBaseQuery } from '@reduxjs/toolkit/query';
import { type CallProblem, problemOfAnswer, unanswered } from './call-problem.ts';

/** The only place from which the web speaks to Marquee. */
export function marqueeQuery(origin = window.location.origin): BaseQueryFn<FetchArgs, unknown, CallProblem> {
  const ask = fetchBaseQuery({ baseUrl: `${origin}${API_PREFIX}` });
  return async (request, api, extra) => {
    const { data, error } = await ask(request, api, extra);
    if (!error) return { data };
    if (typeof error.status === 'number') return { error: problemOfAnswer(error.status, error.data) };
    if (error.status !== 'PARSING_ERROR') return { error: unanswered };
    return { error: problemOfAnswer(error.originalStatus, error.data) };
  };
}
