import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../plex/adapters/listen.ts';
import { createFaultSwitch, type FaultSwitch } from '../plex/faults.ts';
import { parseQuery } from '../plex/wire/query.ts';
import { plexParameter } from '../plex/wire/request.ts';
import { answerPlexTv, type PlexTvAnswer, type PlexTvRequest, type PlexTvWorld } from './answer.ts';
import type { PlexTvState } from './model.ts';
import { createPinBook } from './pins.ts';

export interface PlexTvStandInOptions extends PlexTvState {
  /** A free one is taken when absent. */
  port?: number;
  host?: string;
  /** Epoch seconds; for tests that need to know the time. */
  now?: () => number;
}

export interface PlexTvExchange {
  method: string;
  path: string;
  query: string;
  token: string | undefined;
  clientIdentifier: string | undefined;
  status: number;
}

export interface PlexTvStandIn {
  /** Stands for https://plex.tv and https://app.plex.tv alike. */
  url: string;
  /** The living state: accounts come and go, servers are shared and withdrawn. */
  state: PlexTvState;
  /** Somebody says yes, as they would on the page at /auth. */
  approve(codeOrPinId: string | number, accountId: number): void;
  /** What was asked, oldest first. */
  exchanges: PlexTvExchange[];
  faults: FaultSwitch;
  close(): Promise<void>;
}

const readRequest = (message: IncomingMessage): PlexTvRequest & { rawQuery: string } => {
  const [path = '/', rawQuery = ''] = (message.url ?? '/').split('?', 2);
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
  );
  return { method: message.method ?? 'GET', path, rawQuery, query: parseQuery(rawQuery), headers };
};

/** plex.tv for tests: real HTTP, real PINs, and a page where a browser says yes. */
export const startPlexTvStandIn = async (options: PlexTvStandInOptions): Promise<PlexTvStandIn> => {
  const { port = 0, host = '127.0.0.1', now = () => Math.floor(Date.now() / 1000) } = options;
  const state: PlexTvState = structuredClone({ accounts: options.accounts, servers: options.servers });
  const pins = createPinBook(now);
  const faults = createFaultSwitch();
  const exchanges: PlexTvExchange[] = [];
  const world: PlexTvWorld = {
    state,
    pins,
    now,
    approve: (codeOrId, accountId) => {
      const pin = pins.find(codeOrId);
      if (!pin || !state.accounts.some(({ id }) => id === accountId)) return false;
      pin.accountId = accountId;
      return true;
    },
  };

  const send = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    message.resume();
    const { rawQuery, ...request } = readRequest(message);
    const effect = faults.strike({ ...request, rawQuery });
    if (effect?.kind === 'delay') await pause(effect.milliseconds, undefined, { ref: false });
    const answer: PlexTvAnswer =
      effect?.kind === 'status'
        ? { status: effect.status, contentType: effect.contentType ?? 'text/html', body: effect.body ?? '' }
        : answerPlexTv(request, world);
    exchanges.push({
      method: request.method,
      path: request.path,
      query: rawQuery,
      token: plexParameter(request, 'X-Plex-Token'),
      clientIdentifier: plexParameter(request, 'X-Plex-Client-Identifier'),
      status: answer.status,
    });
    const body = effect?.kind === 'malformed' ? '{"id":' : answer.body;
    response.writeHead(answer.status, {
      'content-type': answer.contentType,
      'content-length': Buffer.byteLength(body),
    });
    if (effect?.kind === 'cut') response.write(body.slice(0, 5), () => response.destroy());
    else response.end(body);
  };
  const server = createServer((message, response) => {
    send(message, response).catch(() => response.destroy());
  });
  const listening = await listen(server, port, host);
  return {
    url: listening.url,
    state,
    approve: (codeOrPinId, accountId) => {
      if (!world.approve(codeOrPinId, accountId)) throw new Error('There is no such PIN or no such account');
    },
    exchanges,
    faults,
    close: listening.close,
  };
};
