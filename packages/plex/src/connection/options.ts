import type { LookupFunction } from 'node:net';
import { problem } from '@marquee/contracts';
import { z } from 'zod';

export interface PlexLog {
  debug(details: object, message: string): void;
  warn(details: object, message: string): void;
}

const Timeouts = z.object({
  connectMs: z.number().positive().default(3_000),
  answerMs: z.number().positive().default(15_000),
  imageMs: z.number().positive().default(30_000),
  uploadMs: z.number().positive().default(60_000),
});
const Retry = z.object({
  attempts: z.number().int().min(1).default(3),
  firstDelayMs: z.number().nonnegative().default(200),
  maxDelayMs: z.number().nonnegative().default(2_000),
});
const Breaker = z.object({
  failures: z.number().int().min(1).default(5),
  halfOpenMs: z.number().positive().default(10_000),
});
const Limits = z.object({
  listBytes: z
    .number()
    .int()
    .positive()
    .default(32 * 1024 * 1024),
  imageBytes: z
    .number()
    .int()
    .positive()
    .default(25 * 1024 * 1024),
});

const isPlainAddress = (value: string) => {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return bare && (url.protocol === 'http:' || url.protocol === 'https:');
};
export const headerValue = z.string().regex(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/, {
  error: 'must be printable ASCII, without line breaks',
});

/** What it takes to reach a server, whoever asks. */
export const ConnectionSettings = z.object({
  baseUrl: z.string().refine(isPlainAddress, {
    error: 'must be an http or https address without user name, query or fragment',
  }),
  clientIdentifier: headerValue,
  product: headerValue.default('Marquee'),
  version: headerValue,
  timeouts: Timeouts.prefault({}),
  retry: Retry.prefault({}),
  breaker: Breaker.prefault({}),
  limits: Limits.prefault({}),
});
export type ConnectionSettings = z.output<typeof ConnectionSettings>;

const Settings = ConnectionSettings.extend({
  /** Without one only what Plex tells anybody can be asked. */
  token: headerValue.optional(),
  /** What names are looked up with at every connect; the system's own when absent. */
  lookup: z.custom<LookupFunction>((value) => typeof value === 'function').optional(),
});
export type Settings = z.output<typeof Settings>;

export type PlexClientOptions = z.input<typeof Settings> & {
  log?: PlexLog | undefined;
  /** Is told every secret the client holds, so that a logger can redact it by value. */
  onSecret?: ((secret: string) => void) | undefined;
};

/** Every method takes this last. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
}

export function readSettings(options: PlexClientOptions): Settings {
  return checkSettings(Settings, options);
}

export function checkSettings<T>(schema: z.ZodType<T>, options: unknown): T {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  throw problem('request.invalid', {
    message: 'The Plex connection is not set up correctly',
    details: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}
