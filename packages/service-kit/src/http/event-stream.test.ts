import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { route } from '@marquee/contracts';
import { z } from 'zod';
import { type EventStream, events } from './answer.ts';
import { type Listening, listen } from './listen.ts';
import { toyService } from './testing/toy-service.ts';
import { until } from './testing/until.ts';

const stream = route({
  method: 'get',
  path: '/stream',
  summary: 's',
  tag: 'T',
  role: 'public',
  reply: z.object({ n: z.number() }),
  replyKind: 'events',
});

const open: { close(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) await thing.close();
});

async function toyStream(source: (given: EventStream) => void | Promise<void>) {
  const toy = toyService();
  toy.service.serve(stream, async () => events(source));
  const listening: Listening = await listen(toy.service.app, { port: 0 });
  open.push({ close: () => listening.close() });
  return { ...toy, listening, url: `${listening.url}/api/stream` };
}

interface Reader {
  request: ClientRequest;
  response: IncomingMessage;
  text: string;
  ended: boolean;
}

function read(url: string, headers: Record<string, string> = {}): Promise<Reader> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (response) => {
      const reader: Reader = { request, response, text: '', ended: false };
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        reader.text += chunk;
      });
      response.on('close', () => {
        reader.ended = true;
      });
      resolve(reader);
    });
    request.once('error', reject);
    open.push({ close: () => void request.destroy() });
  });
}

test('events are written as id, event and one line of data, without fields that the reply does not name', async () => {
  const { url } = await toyStream(({ send, comment, close }) => {
    send({ id: '1', data: { n: 1, secret: 'no' } });
    send({ id: '2', event: 'gap', data: { text: 'a\nb' } });
    comment('two\nlines');
    close();
  });
  const reader = await read(url);
  await until(() => reader.ended);
  expect(reader.response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  expect(reader.text).toBe(
    'retry: 2000\n\nid: 1\ndata: {"n":1}\n\nid: 2\nevent: gap\ndata: {"text":"a\\nb"}\n\n: two lines\n\n',
  );
});

test('the source hears where the client was, and that it has left', async () => {
  let given: EventStream | undefined;
  const { url, logged } = await toyStream((opened) => {
    given = opened;
  });
  const reader = await read(url, { 'last-event-id': 'abc-17' });
  await until(() => given !== undefined);
  expect(given?.lastEventId).toBe('abc-17');
  reader.request.destroy();
  await until(() => given?.signal.aborted === true);
  expect(given?.send({ data: { n: 1 } })).toBe(false);
  await until(() => logged.some(({ route: name }) => name === '/api/stream'));
  expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test.each(['x'.repeat(201), 'a b', 'caf\u00e9', ''])(
  'a Last-Event-ID of %j counts as none',
  async (value) => {
    let seen: string | undefined = 'nothing yet';
    const { url } = await toyStream(({ lastEventId, close }) => {
      seen = lastEventId;
      close();
    });
    const reader = await read(url, { 'last-event-id': value });
    await until(() => reader.ended);
    expect(seen).toBeUndefined();
  },
);

test('a heartbeat keeps an idle stream alive', async () => {
  const timers: (() => void)[] = [];
  const spy = jest
    .spyOn(globalThis, 'setInterval')
    .mockImplementation((callback: () => void, ms?: number) => {
      if (ms === 15_000) timers.push(callback);
      return setTimeout(() => {}, 0);
    });
  const { url } = await toyStream(() => {});
  const reader = await read(url);
  await until(() => timers.length === 1);
  spy.mockRestore();
  timers[0]?.();
  await until(() => reader.text.includes(': still here\n\n'));
});

test('a reader that does not read is cut off, so that it cannot fill our memory', async () => {
  let given: EventStream | undefined;
  const { listening, logged } = await toyStream((opened) => {
    given = opened;
  });
  const { port } = new URL(listening.url ?? '');
  const socket = connect(Number(port), '127.0.0.1', () =>
    socket.write('GET /api/stream HTTP/1.1\r\nhost: localhost\r\n\r\n'),
  );
  socket.on('error', () => socket.destroy());
  socket.pause();
  open.push({ close: () => void socket.destroy() });
  await until(() => given !== undefined);
  const data = { text: 'x'.repeat(100_000) };
  let sent = 0;
  // The system's own socket buffers take some megabytes before ours begins to fill.
  while (given?.send({ event: 'big', data }) && sent < 1000) sent += 1;
  expect(sent).toBeLessThan(1000);
  expect(given?.signal.aborted).toBe(true);
  expect(logged.some(({ msg }) => String(msg).includes('too slow'))).toBe(true);
});

test('a service that stops ends its streams and opens no new ones', async () => {
  const { service, url } = await toyStream(() => {});
  const reader = await read(url);
  service.beginStopping();
  await until(() => reader.ended);
  const late = await read(url);
  expect(late.response.statusCode).toBe(503);
  await until(() => late.ended);
  expect(JSON.parse(late.text).error.code).toBe('service.shutting-down');
});

test('a source that fails, or sends what is no event of its route, ends the stream and is logged', async () => {
  for (const source of [
    () => Promise.reject(new Error('source broke')),
    ({ send }: EventStream) => void send({ data: { n: 'not a number' } }),
    ({ send }: EventStream) => void send({ id: 'a\nb', data: { n: 1 } }),
  ]) {
    const { url, logged } = await toyStream(source);
    const reader = await read(url);
    await until(() => reader.ended);
    expect(reader.text).toBe('retry: 2000\n\n');
    expect(logged.filter(({ level }) => level === 'error')).toHaveLength(1);
  }
});

test('HEAD of a stream is answered without one', async () => {
  const source = jest.fn();
  const { url } = await toyStream(source);
  const response = await fetch(url, { method: 'HEAD' });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(source).not.toHaveBeenCalled();
});
