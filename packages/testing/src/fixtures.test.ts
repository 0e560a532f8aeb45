import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { asRole, testAuthenticate } from './as-role.ts';
import { freePort } from './free-port.ts';
import { memoryIdempotency } from './memory-idempotency.ts';
import { useTempFolder } from './temp-folder.ts';

describe('a temp folder', () => {
  const folder = useTempFolder();
  let before = '';

  test('is there and empty for a test', async () => {
    before = folder();
    await writeFile(join(before, 'left-behind'), '');
    expect(existsSync(before)).toBe(true);
  });

  test('is gone with its files after it, and another one is there', () => {
    expect(existsSync(before)).toBe(false);
    expect(folder()).not.toBe(before);
  });
});

test('a free port can be listened on', async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await new Promise((resolve) => server.close(resolve));
  expect(port).toBeGreaterThan(0);
});

test('a test’s person is who the header says, and nobody without it', async () => {
  const request = new IncomingMessage(new Socket());
  expect(await testAuthenticate(request)).toBeUndefined();
  Object.assign(request.headers, asRole('editor', ['demo.1']));
  expect(await testAuthenticate(request)).toEqual({
    id: 'editor-1',
    name: 'Test editor',
    role: 'editor',
    libraries: ['demo.1'],
    via: { kind: 'session', id: 'session-1' },
  });
});

test('the memory of idempotency keys goes from new over in-progress to replay, and can be abandoned', async () => {
  const store = memoryIdempotency();
  const answer = { status: 201, headers: {}, body: '{}' };
  expect(await store.begin('k', 's', 'h')).toEqual({ state: 'new' });
  expect(await store.begin('k', 's', 'h')).toEqual({ state: 'in-progress' });
  expect(await store.begin('k', 's', 'other')).toEqual({ state: 'mismatch' });
  expect(await store.begin('k', 'other', 'h')).toEqual({ state: 'new' });
  await store.finish('k', 's', answer);
  expect(await store.begin('k', 's', 'h')).toEqual({ state: 'replay', ...answer });
  await store.abandon('k', 'other');
  expect(await store.begin('k', 'other', 'h')).toEqual({ state: 'new' });
  await expect(store.finish('unknown', 's', answer)).rejects.toThrow('without begin');
});
