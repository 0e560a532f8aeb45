import { createServer } from 'node:http';
import { listen } from '../plex/adapters/listen.ts';
import { PROGRAMS, type ProgramName } from './program-answers.ts';

export interface ProgramStandIn {
  url: string;
  /** What was asked, oldest first, with the headers that a key may be in. */
  asked: string[];
  close(): Promise<void>;
}

/** A program beside Plex that knows one key. */
export async function startProgramStandIn(name: ProgramName, key: string): Promise<ProgramStandIn> {
  const asked: string[] = [];
  const server = createServer((message, response) => {
    const url = new URL(message.url ?? '/', 'http://program');
    const { headers } = message;
    const given = Object.entries(headers).map(([header, value]) => `\n${header}: ${value}`);
    asked.push(`${message.method} ${url.pathname}${url.search}${given.join('')}`);
    const answer = PROGRAMS[name]({ path: url.pathname, query: url.searchParams, headers }, key) ?? {
      status: 404,
      body: { message: 'NotFound' },
    };
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  const { url, close } = await listen(server, 0, '127.0.0.1');
  return { url, asked, close };
}
