import { Readable } from 'node:stream';
import { route } from '@marquee/contracts';
import { z } from 'zod';
import { createLogger } from '../log/logger.ts';
import { bytes } from './answer.ts';
import { type Listening, listen } from './listen.ts';
import { createServiceApp } from './service-app.ts';

const file = (path: string) =>
  route({
    method: 'get',
    path,
    summary: 'A file',
    tag: 'Toys',
    role: 'public',
    reply: z.string(),
    replyKind: 'bytes',
    replyTypes: ['text/csv'],
  });
let listening: Listening;

beforeAll(async () => {
  const log = createLogger({ service: 'toy', level: 'silent' });
  const service = createServiceApp({ name: 'toy', version: '1', log, authenticate: async () => undefined });
  const extras = { contentType: 'text/csv; charset=utf-8', fileName: 'toys.csv' };
  service.serve(file('/whole'), async () => bytes(Readable.from(['a,b\r\n', '1,2\r\n']), extras));
  async function* breaking() {
    yield 'a,b\r\n';
    throw new Error('the disk is gone');
  }
  service.serve(file('/broken'), async () => bytes(Readable.from(breaking()), extras));
  listening = await listen(service.app, { port: 0 });
});
afterAll(() => listening.close());

test('bytes may come as a stream, to be saved under a name', async () => {
  const answer = await fetch(`${listening.url}/api/whole`);
  expect(await answer.text()).toBe('a,b\r\n1,2\r\n');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="toys.csv"');
  expect(answer.headers.get('content-length')).toBeNull();
});

test('the head of a stream can be asked for alone', async () => {
  const answer = await fetch(`${listening.url}/api/whole`, { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test('a stream that breaks is cut off: half a file never passes for a whole one', async () => {
  const answer = await fetch(`${listening.url}/api/broken`);
  await expect(answer.text()).rejects.toThrow();
});
