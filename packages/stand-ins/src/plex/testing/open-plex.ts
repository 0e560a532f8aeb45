import { memoryUploads } from '../adapters/memory-uploads.ts';
import { composeAnswer } from '../adapters/write-answer.ts';
import { answerRequest } from '../answer-request.ts';
import type { PlexLibrary } from '../model.ts';
import { parseQuery } from '../wire/query.ts';
import { openWorld } from '../world/open-world.ts';
import type { Notice } from '../world/ports.ts';
import type { World } from '../world/world.ts';
import { smallLibrary } from './small-library.ts';

export const noon = 1_700_000_000;

interface Asking {
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
}

export interface OpenPlex {
  world: World;
  notices: Notice[];
  ask(
    url: string,
    how?: Asking,
  ): Promise<{ status: number; contentType: string; text: string; body: Uint8Array }>;
  json(url: string, how?: Asking): Promise<Container>;
  put(url: string): Promise<number>;
  titles(url: string): Promise<string[]>;
}

/** As much of an answer as tests look at. */
interface Container {
  size?: number;
  totalSize?: number;
  offset?: number;
  Metadata?: Record<string, unknown>[];
  Directory?: Record<string, unknown>[];
  Meta?: { Type?: Record<string, unknown>[]; FieldType?: Record<string, unknown>[] };
  [name: string]: unknown;
}

/** The whole server but its socket: quick enough for a fresh one in every test. */
export const openPlex = (library: PlexLibrary = smallLibrary()): OpenPlex => {
  const notices: Notice[] = [];
  const world = openWorld(library, {
    uploads: memoryUploads(),
    fetchPicture: async () => undefined,
    shrinkPicture: async (picture) => picture,
    now: () => noon,
    random: () => 0.5,
    changed: (notice) => {
      if (notice) notices.push(notice);
    },
  });
  const ask: OpenPlex['ask'] = async (url, how = {}) => {
    const at = url.indexOf('?');
    const headers = { 'x-plex-token': how.token ?? 'owner-token', ...how.headers };
    const answer = await answerRequest(
      {
        method: how.method ?? 'GET',
        path: at < 0 ? url : url.slice(0, at),
        query: parseQuery(at < 0 ? '' : url.slice(at + 1)),
        headers,
        body: how.body ?? new Uint8Array(),
      },
      world,
    );
    const written = composeAnswer(answer, how.headers?.accept);
    return { ...written, text: Buffer.from(written.body).toString('utf8') };
  };
  const json: OpenPlex['json'] = async (url, how = {}) => {
    const { status, text } = await ask(url, {
      ...how,
      headers: { accept: 'application/json', ...how.headers },
    });
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    return JSON.parse(text).MediaContainer;
  };
  return {
    world,
    notices,
    ask,
    json,
    put: async (url) => (await ask(url, { method: 'PUT' })).status,
    titles: async (url) => ((await json(url)).Metadata ?? []).map(({ title }) => String(title)),
  };
};
