import { once } from 'node:events';
import { request } from 'node:http';
import { ConfigFile } from '@marquee/contracts';
import type { Credentials } from '../e2e/account.ts';
import { versionedYaml } from './versioned-yaml.ts';

const READS = ['/api/health', '/api/system/status', '/api/libraries', '/api/config', '/api/config/files'];

/** One file as its only writer knows it. */
export interface WrittenFile {
  path: string;
  /** The last version that the server said is saved. */
  acknowledged: number;
  /** The last version that was sent, acknowledged or not. */
  sent: number;
}

export interface Answers {
  good: number;
  saves: number;
  /** 503: it says that it is stopping. */
  stopping: number;
  /** The connection was refused or cut, as it must be sooner or later. */
  cut: number;
  /** Anything else: must not be. */
  bad: string[];
}

interface Asked {
  status: number;
  etag: string;
  data: unknown;
}

/** Reads and writes without pause until the server does not answer any more. */
export async function loadUntilCut(
  url: string,
  credentials: Credentials,
  files: WrittenFile[],
): Promise<Answers> {
  const answers: Answers = { good: 0, saves: 0, stopping: 0, cut: 0, bad: [] };

  /** undefined once there is nothing to be had from the server any more. */
  async function ask(
    method: string,
    path: string,
    body?: object,
    ifMatch?: string,
  ): Promise<Asked | undefined> {
    const headers = {
      ...credentials,
      ...(body && { 'content-type': 'application/json' }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
    };
    try {
      const reply = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      const text = await reply.text();
      if (reply.status === 503) {
        answers.stopping += 1;
        return undefined;
      }
      if (!reply.ok) {
        answers.bad.push(`${method} ${path}: ${reply.status} ${text.slice(0, 200)}`);
        return undefined;
      }
      answers.good += 1;
      return { status: reply.status, etag: reply.headers.get('etag') ?? '', data: JSON.parse(text).data };
    } catch (error) {
      // fetch tells a cut connection as a TypeError; an answer that is no JSON would be a SyntaxError.
      if (error instanceof TypeError) answers.cut += 1;
      else answers.bad.push(`${method} ${path}: ${String(error)}`);
      return undefined;
    }
  }

  async function write(file: WrittenFile): Promise<void> {
    const list = await ask('GET', '/api/config/files');
    const known = ConfigFile.array()
      .parse(list?.data ?? [])
      .find(({ path }) => path === file.path);
    if (!known) return;
    let etag = (await ask('GET', `/api/config/files/${known.id}`))?.etag;
    while (etag) {
      file.sent += 1;
      const saved = await ask(
        'PUT',
        `/api/config/files/${known.id}`,
        { content: versionedYaml(file.sent) },
        etag,
      );
      if (!saved) return;
      file.acknowledged = file.sent;
      answers.saves += 1;
      etag = saved.etag;
    }
  }

  async function read(offset: number): Promise<void> {
    for (let n = offset; await ask('GET', READS[n % READS.length] ?? '/api/health'); n += 1);
  }

  await Promise.all([
    ...files.map(write),
    ...READS.map((_, offset) => read(offset)),
    listen(url, credentials),
    listen(url, credentials),
  ]);
  return answers;
}

export async function createFiles(
  url: string,
  credentials: Credentials,
  files: WrittenFile[],
): Promise<void> {
  for (const { path } of files) {
    const body = JSON.stringify({ path, content: versionedYaml(0) });
    const reply = await fetch(`${url}/api/config/files`, {
      method: 'POST',
      headers: { ...credentials, 'content-type': 'application/json' },
      body,
    });
    if (reply.status !== 201) throw new Error(`${path} was not made: ${reply.status} ${await reply.text()}`);
  }
}

/** A browser's open stream of events: the connection that a server most easily forgets when it stops. */
async function listen(url: string, headers: Credentials): Promise<void> {
  const asked = request(`${url}/api/events`, { agent: false, headers }).end();
  await new Promise<void>((ended) => {
    asked.once('error', () => ended());
    asked.once('response', (reply) => {
      reply.resume();
      reply.once('error', () => ended());
      once(reply, 'close').then(
        () => ended(),
        () => ended(),
      );
    });
  });
}
