import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlexClientOptions } from '../connection/options.ts';
import { createPlexClient, type PlexClient } from '../plex-client.ts';

export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Path and query exactly as they came. */
  url: string;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}
export type Answer = (request: Received, response: http.ServerResponse) => void;

export const TOKEN = 'canary-token-3f9a';

async function bodyOf(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A real HTTP server that answers as told and remembers what it was asked. */
export async function startPlexServer(answer: Answer) {
  const received: Received[] = [];
  const server = http.createServer(async (request, response) => {
    const url = request.url ?? '/';
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const seen: Received = {
      method: request.method ?? '',
      path: pathname,
      query: searchParams,
      url,
      headers: request.headers,
      body: await bodyOf(request),
    };
    received.push(seen);
    answer(seen, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    server,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
export type PlexServer = Awaited<ReturnType<typeof startPlexServer>>;

/** A client whose retries do not make tests wait. */
export const clientFor = (baseUrl: string, more: Partial<PlexClientOptions> = {}): PlexClient =>
  createPlexClient({
    baseUrl,
    token: TOKEN,
    clientIdentifier: 'marquee-test',
    version: '0.1.0',
    retry: { attempts: 3, firstDelayMs: 1, maxDelayMs: 5 },
    ...more,
  });

export const sendXml = (response: http.ServerResponse, xml: string, status = 200): void => {
  response.writeHead(status, { 'Content-Type': 'text/xml;charset=utf-8' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
};
export const sendJson = (response: http.ServerResponse, container: object, status = 200): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ MediaContainer: container }));
};

/** Starts a server, hands a client to the test, and tidies up whatever happens. */
export async function withPlex(
  answer: Answer,
  test: (plex: PlexClient, server: PlexServer) => Promise<void>,
  more: Partial<PlexClientOptions> = {},
): Promise<void> {
  const server = await startPlexServer(answer);
  const plex = clientFor(server.url, more);
  try {
    await test(plex, server);
  } finally {
    plex.close();
    await server.close();
  }
}
