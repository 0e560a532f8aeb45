import { once } from 'node:events';
import { createServer, type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '@marquee/contracts';
import type { ForwardLimits } from '../forward/upstream.ts';
import { httpUpstream } from './http-upstream.ts';

const limits: ForwardLimits = { timeoutMs: 5000, maxBodyBytes: 1000 };
const opened: Server[] = [];

async function serve(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  opened.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** A front door that forwards everything to `url` and answers Problems as JSON. */
async function frontOf(url: string, own: Partial<ForwardLimits> = {}) {
  const upstream = httpUpstream('toy', { url });
  const front = await serve((incoming, response) => {
    upstream.forward(incoming, response, { ...limits, ...own }).catch((error: unknown) => {
      const { status, code, message } =
        error instanceof Problem ? error : { status: 500, code: 'x', message: String(error) };
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ code, message }));
    });
  });
  return { ...front, upstream };
}

afterAll(() => {
  for (const server of opened) {
    server.closeAllConnections();
    server.close();
  }
});

test('bodies stream through both ways with their status and headers', async () => {
  const far = await serve((incoming, response) => {
    response.writeHead(201, { 'x-far': incoming.headers['x-near'] ?? '', etag: '"1"' });
    incoming.pipe(response);
  });
  const front = await frontOf(far.url);
  const answer = await fetch(`${front.url}/a?b=c`, {
    method: 'POST',
    body: 'hello',
    headers: { 'x-near': 'yes' },
  });
  expect([
    answer.status,
    answer.headers.get('x-far'),
    answer.headers.get('etag'),
    await answer.text(),
  ]).toEqual([201, 'yes', '"1"', 'hello']);
});

test('the first byte reaches the reader while the service is still sending', async () => {
  let finish: (() => void) | undefined;
  const far = await serve((_incoming, response) => {
    response.write('first');
    finish = () => response.end('last');
  });
  const front = await frontOf(far.url);
  const reader = (await fetch(front.url)).body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first');
  finish?.();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('last');
});

test('a body over the limit is refused, announced or not', async () => {
  const far = await serve((incoming, response) => {
    incoming.resume().on('end', () => response.end('taken'));
  });
  const front = await frontOf(far.url);
  expect((await fetch(front.url, { method: 'POST', body: 'x'.repeat(1001) })).status).toBe(413);
  const outgoing = request(front.url, { method: 'POST' });
  outgoing.write('x'.repeat(600));
  outgoing.write('x'.repeat(600));
  outgoing.end();
  const [answer] = await once(outgoing, 'response');
  expect(answer.statusCode).toBe(413);
});

test('a service that stays silent is a 504 that names it', async () => {
  const far = await serve(() => {});
  const front = await frontOf(far.url, { timeoutMs: 50 });
  const answer = await fetch(front.url);
  expect(answer.status).toBe(504);
});

test('a service that is gone is a 503 that names it, and it is found again by itself', async () => {
  const far = await serve((_incoming, response) => response.end('here'));
  const { port } = new URL(far.url);
  const front = await frontOf(far.url);
  far.server.closeAllConnections();
  far.server.close();
  for (let i = 0; i < 7; i += 1) {
    const answer = await fetch(front.url);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      code: 'service.unavailable',
      message: 'The toy service is not answering',
    });
  }
  const again = createServer((_incoming, response) => response.end('back'));
  opened.push(again);
  again.listen(Number(port), '127.0.0.1');
  await once(again, 'listening');
  let text = '';
  while (text !== 'back') {
    const answer = await fetch(front.url);
    text = await answer.text();
  }
  expect(text).toBe('back');
});

test('when the reader leaves, the service is told', async () => {
  let left: (() => void) | undefined;
  const gone = new Promise<void>((resolve) => {
    left = resolve;
  });
  const far = await serve((_incoming, response) => {
    response.write('x');
    response.once('close', () => left?.());
  });
  const front = await frontOf(far.url);
  const abort = new AbortController();
  const answer = await fetch(front.url, { signal: abort.signal });
  await answer.body?.getReader().read();
  abort.abort();
  await gone;
});
