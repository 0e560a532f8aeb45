import type { Readable } from 'node:stream';
import axios from 'axios';
import { addressOf, type QueryPairs } from './address.ts';
import { badAnswer } from './failure.ts';
import { networkFailure } from './network-failure.ts';
import type { ConnectionSettings } from './options.ts';
import { ownHeaders } from './own-headers.ts';
import { statusFailure } from './status-failure.ts';
import { type Agents, wireFor } from './wire.ts';

export interface Asked {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: QueryPairs | undefined;
  headers?: Record<string, string> | undefined;
  body?: Uint8Array | undefined;
  accept: string;
  /** A write goes over a fresh connection and follows no redirect. */
  write: boolean;
  image?: boolean | undefined;
}
export interface Answered {
  contentType: string;
  body: Readable;
}

const MAX_REDIRECTS = 3;
const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);
const header = (headers: unknown, name: string): unknown =>
  typeof headers === 'object' && headers !== null ? Reflect.get(headers, name) : undefined;

/** One question over the wire; only a 2xx comes back, all else is thrown as a PlexFailure. */
export function createExchange(settings: ConnectionSettings, agents: Agents) {
  const base = new URL(settings.baseUrl);
  const http = axios.create({
    adapter: 'http',
    responseType: 'stream',
    transport: wireFor(base.protocol, settings.timeouts.connectMs),
    maxRedirects: 0,
    // A proxy from the environment would be handed our token.
    proxy: false,
    validateStatus: () => true,
    maxBodyLength: settings.limits.imageBytes,
  });
  const own = ownHeaders(settings);

  async function send(asked: Asked, url: URL, signal: AbortSignal) {
    if (url.origin !== base.origin) throw badAnswer(`it redirects to another server (${url.origin})`);
    const agent = asked.write ? agents.writes : agents.reads;
    return http
      .request<Readable>({
        url: url.href,
        method: asked.method,
        // Plex wants uploads without a content type; axios would add one.
        headers: { ...own, Accept: asked.accept, 'Content-Type': false, ...asked.headers },
        data: asked.body === undefined ? undefined : Buffer.from(asked.body),
        signal,
        httpAgent: agent,
        httpsAgent: agent,
      })
      .catch((error: unknown) => {
        throw networkFailure(error);
      });
  }

  return async function exchange(asked: Asked, signal: AbortSignal): Promise<Answered> {
    let url = addressOf(settings.baseUrl, asked.path, asked.query);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const { status, headers, data } = await send(asked, url, signal);
      if (status >= 200 && status < 300) {
        return { contentType: String(header(headers, 'content-type') ?? ''), body: data };
      }
      data.destroy();
      const location = header(headers, 'location');
      if (!isRedirect(status) || typeof location !== 'string') {
        throw statusFailure(status, header(headers, 'retry-after'), asked.image === true);
      }
      if (asked.write) throw badAnswer(`it redirects a change (${status}), which is not followed`);
      if (!URL.canParse(location, url)) throw badAnswer('it redirects to something that is no address');
      url = new URL(location, url);
    }
    throw badAnswer(`it redirects more than ${MAX_REDIRECTS} times`);
  };
}
