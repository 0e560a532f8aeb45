import { once } from 'node:events';
import { Agent, request as openRequest } from 'node:http';
import type { RecordedRequest } from './trace.ts';

/** A kept-alive connection to one server, as a client holds it. */
export interface Line {
  url: string;
  token: string;
  agent: Agent;
  close(): void;
}

export interface Heard {
  status: number;
  contentType: string;
  body: Uint8Array;
}

export const openLine = (url: string, token: string): Line => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return { url, token, agent, close: () => agent.destroy() };
};

const pagingHeaders = ['X-Plex-Container-Start', 'X-Plex-Container-Size'] as const;

/** Sends path and query exactly as recorded: any tidying could hide a difference. */
export const ask = async (
  { url, token, agent }: Line,
  recorded: Pick<RecordedRequest, 'method' | 'path' | 'query'> & Partial<RecordedRequest>,
  body: Uint8Array,
): Promise<Heard> => {
  const { hostname, port } = new URL(url);
  const paging = pagingHeaders.flatMap((name) => {
    const value = recorded[name];
    return value === undefined ? [] : [[name, value]];
  });
  const asking = openRequest({
    agent,
    hostname,
    port,
    method: recorded.method,
    path: recorded.query === '' ? recorded.path : `${recorded.path}?${recorded.query}`,
    headers: {
      accept: '*/*',
      'X-Plex-Token': token,
      'content-length': body.length,
      ...Object.fromEntries(paging),
    },
  });
  asking.end(body);
  const [response] = await once(asking, 'response');
  const chunks: Uint8Array[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return {
    status: response.statusCode,
    contentType: response.headers['content-type'] ?? '',
    body: Buffer.concat(chunks),
  };
};
