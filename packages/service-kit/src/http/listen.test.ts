import { readFile, rename, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { route } from '@marquee/contracts';
import { asRole, useTempFolder } from '@marquee/testing';
import { z } from 'zod';
import { listen } from './listen.ts';
import { rawGet, rawRequest } from './testing/raw-request.ts';
import { toyService } from './testing/toy-service.ts';
import { until } from './testing/until.ts';

const folder = useTempFolder();
const endless = route({
  method: 'get',
  path: '/endless',
  summary: 's',
  tag: 'T',
  role: 'public',
  reply: z.never(),
});

const hello = (_request: unknown, response: { end(text: string): void }) => response.end('hello');

function overSocket(socketPath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ socketPath, path: '/', agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
    request.once('error', reject);
    request.end();
  });
}

test('it listens on loopback unless told otherwise, and says where', async () => {
  const listening = await listen(hello, { port: 0 });
  expect(listening.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(listening.url ?? '')).text()).toBe('hello');
  await listening.close();
  await expect(fetch(listening.url ?? '')).rejects.toThrow();
});

test('a port that is taken is an error to the caller', async () => {
  const first = await listen(hello, { port: 0 });
  const port = Number(new URL(first.url ?? '').port);
  await expect(listen(hello, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
});

test('it listens on a Unix socket, over one that a killed process left behind too', async () => {
  const socketPath = join(folder(), 'service.sock');
  const dead = createServer();
  await new Promise<void>((resolve) => dead.listen(socketPath, resolve));
  // Closing removes the file; what a kill leaves is the file alone.
  await rename(socketPath, `${socketPath}.kept`);
  await new Promise((resolve) => dead.close(resolve));
  await rename(`${socketPath}.kept`, socketPath);

  const listening = await listen(hello, { socketPath });
  expect(listening.url).toBeNull();
  expect(await overSocket(socketPath)).toBe('hello');
  await expect(listen(hello, { socketPath })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(await overSocket(socketPath)).toBe('hello');
  await listening.close();
});

test('a file that is no socket is never removed', async () => {
  const socketPath = join(folder(), 'notes.txt');
  await writeFile(socketPath, 'mine');
  await expect(listen(hello, { socketPath })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(await readFile(socketPath, 'utf8')).toBe('mine');
});

test('closing lets what is under way finish and frees kept-alive connections', async () => {
  let finish: () => void = () => {};
  const listening = await listen(
    (_request, response) => {
      finish = () => void response.end('done');
    },
    { port: 0 },
  );
  const answer = fetch(listening.url ?? '');
  let entered = false;
  listening.server.once('request', () => {
    entered = true;
  });
  await until(() => entered);
  const closed = listening.close();
  await expect(fetch(listening.url ?? '')).rejects.toThrow();
  finish();
  expect(await (await answer).text()).toBe('done');
  await closed;
});

test('what does not finish in time is cut off, and its call told so', async () => {
  const cuts: (() => void)[] = [];
  const { service } = toyService();
  let signal: AbortSignal | undefined;
  service.serve(endless, async (call) => {
    signal = call.signal;
    return new Promise<never>(() => {});
  });
  const listening = await listen(service.app, { port: 0 });
  const answer = fetch(`${listening.url}/api/endless`).catch(() => 'cut off');
  await until(() => signal !== undefined);
  const real = setTimeout;
  const spy = jest.spyOn(globalThis, 'setTimeout').mockImplementation((callback: () => void, ms?: number) => {
    if (ms !== 5000) return real(callback, ms);
    cuts.push(callback);
    return real(() => {}, 0);
  });
  const closed = listening.close();
  spy.mockRestore();
  expect(signal?.aborted).toBe(false);
  for (const cut of cuts) cut();
  await closed;
  expect(await answer).toBe('cut off');
  await until(() => signal?.aborted === true);
});

test.each([
  ['a request that is none', 'HELO there\r\n\r\n', 400],
  ['a header of 20 KB', `GET / HTTP/1.1\r\nhost: localhost\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['a request without Host', 'GET /api/open HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
  ['two Hosts', 'GET /api/open HTTP/1.1\r\nhost: a\r\nHost: b\r\nconnection: close\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx', 400],
  [
    'length and chunks',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\nx',
    400,
  ],
])('%s is answered in the envelope', async (_what, text, status) => {
  const listening = await listen(toyService().service.app, { port: 0 });
  const answer = await rawRequest(listening.url ?? '', text);
  await listening.close();
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({
    success: false,
    data: null,
    error: { code: 'request.malformed', requestId: expect.any(String) },
  });
});

test.each([
  '/files/..%2f..%2fetc%2fpasswd',
  '/api/notes/%252e',
  '/api/notes/a%5cb',
  '/api/notes/%00',
  '/api/../x',
  '/api/notes/a%zz',
])('GET %s is malformed on the wire too', async (target) => {
  const listening = await listen(toyService().service.app, { port: 0 });
  const answer = await rawGet(listening.url ?? '', target);
  await listening.close();
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body).error.code).toBe('request.malformed');
});

test('a client that leaves half way is no fault of ours', async () => {
  const { service, logged } = toyService();
  const listening = await listen(service.app, { port: 0 });
  const { port } = new URL(listening.url ?? '');
  const request = httpRequest({
    port,
    method: 'POST',
    path: '/api/notes',
    agent: false,
    headers: { 'content-type': 'application/json', 'content-length': '500', ...asRole('editor') },
  });
  request.on('error', () => request.destroy());
  request.write('{"text":');
  await new Promise<void>((resolve) => listening.server.once('request', () => resolve()));
  request.destroy();
  await until(() => logged.some(({ msg }) => msg === 'answered'));
  await listening.close();
  expect(logged.find(({ msg }) => msg === 'answered')).toMatchObject({
    route: '/api/notes',
    clientLeft: true,
  });
  expect(logged.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
});
