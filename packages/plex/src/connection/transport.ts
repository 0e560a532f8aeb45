import type { ErrorCode } from '@marquee/contracts';
import type { z } from 'zod';
import { decodeReply } from '../reply/decode-reply.ts';
import { readReply } from '../reply/read-reply.ts';
import type { QueryPairs } from './address.ts';
import { readCapped } from './capped-body.ts';
import { untilAborted, withDeadline } from './deadline.ts';
import { type Answered, type Asked, createExchange } from './exchange.ts';
import { badAnswer, PlexFailure, problemOf } from './failure.ts';
import { networkFailure } from './network-failure.ts';
import type { CallOptions, PlexClientOptions, Settings } from './options.ts';
import { createResilience } from './resilience.ts';
import { createAgents } from './wire.ts';

interface Question extends CallOptions {
  path: string;
  query?: QueryPairs | undefined;
  headers?: Record<string, string> | undefined;
  /** What a 404 means for this question. */
  missing?: ErrorCode | undefined;
}
interface Change extends Question {
  /** Plex has reads that change things: the verb alone does not say it. */
  method: Asked['method'];
  body?: Uint8Array | undefined;
}
export interface PlexImage {
  contentType: 'image/jpeg' | 'image/png' | 'image/webp';
  bytes: Uint8Array;
}
export interface Transport {
  /** Asks for a container and parses it. Retried. */
  read<T>(question: Question, schema: z.ZodType<T>): Promise<T>;
  /** Changes something and ignores what is answered. Not retried once it was sent. */
  write(change: Change): Promise<void>;
  writeAndRead<T>(change: Change, schema: z.ZodType<T>): Promise<T>;
  image(question: Question): Promise<PlexImage>;
  close(): void;
}

const JSON_PLEASE = 'application/json';
const imageTypes = {
  'image/jpeg': 'image/jpeg',
  'image/jpg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
} as const;

async function bodyOf(answered: Answered, maxBytes: number): Promise<Buffer> {
  try {
    return await readCapped(answered.body, maxBytes);
  } catch (error) {
    throw networkFailure(error);
  }
}

function imageTypeOf(contentType: string): PlexImage['contentType'] {
  const bare = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const known = Object.entries(imageTypes).find(([name]) => name === bare)?.[1];
  if (known === undefined) throw badAnswer(`a picture was asked for and "${bare.slice(0, 60)}" came`);
  return known;
}

export function createTransport(settings: Settings, log: PlexClientOptions['log']): Transport {
  const { timeouts, limits } = settings;
  const agents = createAgents(new URL(settings.baseUrl).protocol, settings.lookup);
  const exchange = createExchange(settings, agents);
  const resilient = createResilience(settings, log);
  const origin = settings.baseUrl.replace(/\/+$/, '');

  async function carry<T>(
    question: Question,
    asked: Asked,
    ms: number,
    take: (answered: Answered) => Promise<T>,
  ): Promise<T> {
    const attempt = () =>
      withDeadline(ms, question.signal, async (signal) => take(await exchange(asked, signal)));
    try {
      return await untilAborted(question.signal, resilient(asked.write ? 'write' : 'read', attempt));
    } catch (error) {
      if (!(error instanceof PlexFailure)) throw error;
      const where = `${asked.method} ${origin}${asked.path.split('?')[0]}`;
      const told = problemOf(error, where, question.missing ?? 'plex.bad-answer');
      log?.debug({ code: told.code, where }, error.message);
      throw told;
    }
  }

  const asking = (question: Question): Asked => ({
    method: 'GET',
    path: question.path,
    query: question.query,
    headers: question.headers,
    accept: JSON_PLEASE,
    write: false,
  });
  const changing = (change: Change): Asked => ({
    ...asking(change),
    method: change.method,
    body: change.body,
    write: true,
  });
  const container = async <T>(answered: Answered, schema: z.ZodType<T>): Promise<T> => {
    const bytes = await bodyOf(answered, limits.listBytes);
    return readReply(schema, decodeReply(bytes.toString('utf8')));
  };
  const changeMs = (change: Change) => (change.body === undefined ? timeouts.answerMs : timeouts.uploadMs);

  return {
    read: (question, schema) =>
      carry(question, asking(question), timeouts.answerMs, (answered) => container(answered, schema)),
    write: (change) =>
      carry(change, changing(change), changeMs(change), async (answered) => {
        await bodyOf(answered, limits.listBytes);
      }),
    writeAndRead: (change, schema) =>
      carry(change, changing(change), changeMs(change), (answered) => container(answered, schema)),
    image: (question) =>
      carry(
        { missing: 'image.not-found', ...question },
        { ...asking(question), accept: 'image/jpeg, image/png, image/webp', image: true },
        timeouts.imageMs,
        async (answered) => {
          const contentType = imageTypeOf(answered.contentType);
          const bytes = await bodyOf(answered, limits.imageBytes);
          if (bytes.length === 0) throw badAnswer('the picture is empty');
          return { contentType, bytes };
        },
      ),
    close() {
      agents.reads.destroy();
      agents.writes.destroy();
    },
  };
}
