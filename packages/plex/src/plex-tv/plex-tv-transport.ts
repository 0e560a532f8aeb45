import type { ErrorCode } from '@marquee/contracts';
import type { z } from 'zod';
import { readCapped } from '../connection/capped-body.ts';
import { untilAborted, withDeadline } from '../connection/deadline.ts';
import { type Asked, createExchange } from '../connection/exchange.ts';
import { badAnswer, PlexFailure, problemOf } from '../connection/failure.ts';
import { networkFailure } from '../connection/network-failure.ts';
import type { CallOptions, ConnectionSettings, PlexLog } from '../connection/options.ts';
import { tokenHeader } from '../connection/own-headers.ts';
import { createResilience } from '../connection/resilience.ts';
import { createAgents } from '../connection/wire.ts';
import { decodeReply } from '../reply/decode-reply.ts';
import { readReply } from '../reply/read-reply.ts';

interface Question extends CallOptions {
  method?: 'GET' | 'POST';
  path: string;
  /** How errors and logs call the path, when it holds what only plex.tv and we may know. */
  toldAs?: string;
  query?: Asked['query'];
  /** Whoever is asked about; absent while nobody is known yet. */
  token?: string;
  /** The older half of plex.tv answers in containers, the newer in bare JSON. */
  container?: boolean;
  /** What a 404 means for this question. */
  missing?: ErrorCode;
}

/** A plex.tv that answers nonsense is as good as one that does not answer. */
const codes = {
  unreachable: 'plex-tv.unreachable',
  unauthorized: 'plex.unauthorized',
  'bad-answer': 'plex-tv.unreachable',
} as const;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badAnswer('the answer is not JSON');
  }
}

/** The same manners as towards a server: deadlines, retries of reads, one breaker, no redirect elsewhere. */
export function createPlexTvTransport(settings: ConnectionSettings, log: PlexLog | undefined) {
  const agents = createAgents(new URL(settings.baseUrl).protocol);
  const exchange = createExchange(settings, agents);
  const resilient = createResilience(settings, log);

  async function attempt<T>(question: Question, asked: Asked, schema: z.ZodType<T>): Promise<T> {
    const { answerMs } = settings.timeouts;
    return withDeadline(answerMs, question.signal, async (signal) => {
      const { body } = await exchange(asked, signal);
      const bytes = await readCapped(body, settings.limits.listBytes).catch((error: unknown) => {
        throw networkFailure(error);
      });
      const text = bytes.toString('utf8');
      return readReply(schema, question.container ? decodeReply(text) : readJson(text));
    });
  }

  return {
    async ask<T>(question: Question, schema: z.ZodType<T>): Promise<T> {
      const { method = 'GET', path, query, token, missing = 'plex-tv.unreachable' } = question;
      const asked: Asked = {
        method,
        path,
        query,
        headers: token === undefined ? undefined : tokenHeader(token),
        accept: 'application/json',
        write: method !== 'GET',
      };
      const asking = resilient(asked.write ? 'write' : 'read', () => attempt(question, asked, schema));
      try {
        return await untilAborted(question.signal, asking);
      } catch (error) {
        if (!(error instanceof PlexFailure)) throw error;
        const where = `${method} ${settings.baseUrl}${question.toldAs ?? path}`;
        const told = problemOf(error, where, missing, codes);
        log?.debug({ code: told.code, where }, error.message);
        throw told;
      }
    },
    close() {
      agents.reads.destroy();
      agents.writes.destroy();
    },
  };
}
