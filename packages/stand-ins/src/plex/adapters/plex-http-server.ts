import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { accountOf, answerRequest, type Incoming } from '../answer-request.ts';
import type { FaultEffect, FaultSwitch } from '../faults.ts';
import { parseQuery } from '../wire/query.ts';
import type { World } from '../world/world.ts';
import type { Listeners } from './listeners.ts';
import { readBody } from './read-body.ts';
import { composeAnswer, send, type Written } from './write-answer.ts';

/** One finished exchange, for tests to look at. */
export interface Exchange {
  method: string;
  path: string;
  query: string;
  status: number;
  contentType: string;
  length: number;
}

export interface PlexHttpPorts {
  world: World;
  faults: FaultSwitch;
  listeners: Listeners;
  log(exchange: Exchange): void;
  failed(error: unknown): void;
}

const headersOf = (message: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );

const splitUrl = (url: string): [path: string, rawQuery: string] => {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
};

const readHead = (message: IncomingMessage): Omit<Incoming, 'body'> & { rawQuery: string } => {
  const [path, rawQuery] = splitUrl(message.url ?? '/');
  return {
    method: message.method ?? 'GET',
    path,
    rawQuery,
    query: parseQuery(rawQuery),
    headers: headersOf(message),
  };
};

const faulty = (effect: FaultEffect | undefined): Written | undefined => {
  if (effect?.kind === 'status')
    return {
      status: effect.status,
      contentType: effect.contentType ?? 'text/xml;charset=utf-8',
      body: Buffer.from(effect.body ?? ''),
    };
  if (effect?.kind === 'malformed')
    return {
      status: 200,
      contentType: 'text/xml;charset=utf-8',
      body: Buffer.from('<MediaContainer size="1"><Vid'),
    };
  return undefined;
};

const tooLarge: Written = { status: 413, contentType: 'text/html', body: new Uint8Array() };

const streamPath = '/:/eventsource/notifications';
const socketPath = '/:/websockets/notifications';

export const createPlexHttpServer = ({ world, faults, listeners, log, failed }: PlexHttpPorts): Server => {
  const writtenFor = async (message: IncomingMessage, effect: FaultEffect | undefined): Promise<Written> => {
    const { rawQuery: _, ...head } = readHead(message);
    const body = await readBody(message);
    if (!body) return tooLarge;
    if (effect?.kind === 'delay') await pause(effect.milliseconds, undefined, { ref: false });
    return (
      faulty(effect) ?? composeAnswer(await answerRequest({ ...head, body }, world), head.headers.accept)
    );
  };

  const exchange = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const head = readHead(message);
    const effect = faults.strike(head);
    if (head.path === streamPath && !faulty(effect) && accountOf(head, world))
      return listeners.addStream(response);
    const written = await writtenFor(message, effect);
    const { method, path, rawQuery: query } = head;
    log({
      method,
      path,
      query,
      status: written.status,
      contentType: written.contentType,
      length: written.body.length,
    });
    send(response, written, method, effect?.kind === 'cut');
  };

  const server = createServer((message, response) => {
    exchange(message, response).catch((error) => {
      failed(error);
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, contentType: 'text/html', body: new Uint8Array() }, 'GET');
    });
  });

  server.on('upgrade', (message, socket, head) => {
    const request = readHead(message);
    if (request.path === socketPath && accountOf(request, world)) listeners.addSocket(message, socket, head);
    else socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
  });
  return server;
};
