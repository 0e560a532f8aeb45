import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Access } from './roles.ts';

type Fields = z.ZodObject;

/** How the answer travels: a JSON envelope, bytes (pictures, files), or an endless event stream. */
export type ReplyKind = 'json' | 'bytes' | 'events';

/**
 * A route is a value. From it follow the server's validation and role check, the gateway's forwarding,
 * the web's endpoints, the OpenAPI page and the role matrix test.
 */
export interface Route<
  Params extends Fields = Fields,
  Query extends Fields = Fields,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api, with :names for parameters. */
  path: string;
  summary: string;
  description?: string;
  tag: string;
  role: Access;
  params?: Params;
  query?: Query;
  /** A JSON body, validated strictly: unknown fields are refused. */
  body?: Body;
  /** Raw bytes instead of a JSON body: the content types taken. */
  upload?: readonly string[];
  reply: Reply;
  replyKind?: ReplyKind;
  /** Content types of a bytes reply. */
  replyTypes?: readonly string[];
  /** Success status; 200 when absent. */
  status?: 200 | 201 | 202 | 204 | 303;
  /** Domain errors beyond those that any route may give. */
  errors?: readonly ErrorCode[];
  /** The write needs If-Match (428 without, 412 when stale). The reply carries an ETag. */
  ifMatch?: true;
  /** The reply carries an ETag and honours If-None-Match. */
  etag?: true;
  /** Takes an Idempotency-Key. */
  idempotent?: true;
  /** Only a signed-in person, never an API key: for whatever decides who may come in. */
  personOnly?: true;
  /** What a person who may not see the object gets instead of 403: the object does not exist for them. */
  hiddenBy?: 'library';
  /** Longest the gateway waits for the first byte, ms (default 15,000). */
  timeoutMs?: number;
  /** Largest body, bytes (default 1 MB). */
  maxBodyBytes?: number;
  examples?: {
    params?: z.input<Params>;
    query?: z.input<Query>;
    body?: z.input<Body>;
    reply?: z.input<Reply>;
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the table must accept every instantiation; each entry keeps its own types.
export type AnyRoute = Route<any, any, any, any>;

/** Keeps each route's own types while checking its shape. */
export function route<
  P extends Fields = z.ZodObject<Record<never, never>>,
  Q extends Fields = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(definition: Route<P, Q, B, R>): Route<P, Q, B, R> {
  return definition;
}

export type ParamsOf<R> = R extends Route<infer P, infer _Q, infer _B, infer _R> ? z.output<P> : never;
export type QueryOf<R> = R extends Route<infer _P, infer Q, infer _B, infer _R> ? z.output<Q> : never;
export type BodyOf<R> = R extends Route<infer _P, infer _Q, infer B, infer _R> ? z.output<B> : never;
/** What a handler returns (before unknown fields are stripped). */
export type ReplyInputOf<R> = R extends Route<infer _P, infer _Q, infer _B, infer R2> ? z.input<R2> : never;
/** What a caller receives. */
export type ReplyOf<R> = R extends Route<infer _P, infer _Q, infer _B, infer R2> ? z.output<R2> : never;
/** What a caller sends. */
export type CallOf<R> =
  R extends Route<infer P, infer Q, infer B, infer _R>
    ? z.input<P> & z.input<Q> & (B extends z.ZodUndefined ? unknown : { body: z.input<B> })
    : never;

export const DEFAULT_TIMEOUT_MS = 15_000;
export const DEFAULT_MAX_BODY_BYTES = 1_000_000;
/** Every route's address begins with this. */
export const API_PREFIX = '/api';
