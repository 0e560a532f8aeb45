import {
  type AnyRoute,
  type ApiResponse,
  DEFAULT_TIMEOUT_MS,
  type ReplyOf,
  type Route,
} from '@marquee/contracts';
import type { FetchArgs } from '@reduxjs/toolkit/query';
import type { z } from 'zod';

type SuccessOf<R> = Extract<ApiResponse<ReplyOf<R>>, { success: true }>;
type FieldsOf<S extends z.ZodObject> = keyof S['shape'] extends never ? unknown : z.input<S>;
type SentBy<R> =
  R extends Route<infer P, infer Q, infer B, infer _R>
    ? FieldsOf<P> & FieldsOf<Q> & (B extends z.ZodUndefined ? unknown : { body: z.input<B> })
    : never;
// RTK Query lets a hook be called without an argument only when its type is void.
type Nothing = ReturnType<VoidFunction>;
/** What a caller hands over: path parameters, query fields and body in one object, or nothing. */
export type ArgOf<R> = unknown extends SentBy<R> ? Nothing : SentBy<R>;

/** Turns a contract route into an RTK Query endpoint definition. Failures are unwrapped by the base query. */
export function callRoute<R extends AnyRoute>(route: R) {
  return {
    query: (arg: ArgOf<R>): FetchArgs => requestOf(route, arg ?? {}),
    transformResponse: (envelope: SuccessOf<R>): ReplyOf<R> => settled(envelope.data),
  };
}

/** The store walks through all that it is given, to freeze it; what is frozen it takes for done. A list may be long. */
function settled<D>(data: D): D {
  return typeof data === 'object' && data !== null ? Object.freeze(data) : data;
}

function requestOf(route: AnyRoute, arg: object): FetchArgs {
  const fields = new Map(Object.entries(arg));
  const pick = (shape: object = {}) =>
    Object.fromEntries(Object.keys(shape).map((name) => [name, fields.get(name)]));
  const params = pick(route.params?.shape);
  const query = pick(route.query?.shape);
  return {
    url: route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name]))),
    method: route.method.toUpperCase(),
    // An empty object would leave a lone question mark behind the address.
    ...(Object.values(query).some((value) => value !== undefined) && { params: query }),
    ...(route.body && { body: fields.get('body') }),
    ...(route.idempotent && { headers: { 'Idempotency-Key': newKey() } }),
    timeout: (route.timeoutMs ?? DEFAULT_TIMEOUT_MS) + 1000,
  };
}

/** By hand, since browsers make UUIDs only where the page is secure; a homelab over plain http is not. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
