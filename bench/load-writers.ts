import { randomUUID } from 'node:crypto';
import { ConfigFileContent, Poster, type Role, User } from '@marquee/contracts';
import { z } from 'zod';
import type { Browser } from '../e2e/signed-in.ts';
import { good, type Load, PASSWORD } from './load-people.ts';

const Made = z.object({ id: z.string() });

/** Each writes something of their own, so that nobody is in anybody's way; one call is one write. */
export async function writersOf(load: Load, admin: Browser, editors: readonly Browser[]) {
  const spare = await good(
    admin.ask('POST', '/api/users', { body: { name: 'Spare', password: PASSWORD, role: 'viewer' } }),
  );
  const files = editors.slice(0, 2).map(fileSaver);
  const posters = editors.slice(2, 5).map((editor, n) => posterChooser(editor, load.itemIds[n] ?? ''));
  const keys = editors.slice(5, 7).map(keyMaker);
  return [
    ...(await Promise.all([...files, ...posters])),
    ...keys,
    await settingsSaver(admin),
    roleChanger(admin, User.parse(spare.data).id),
    () => good(admin.ask('POST', '/api/notifications/read-all')),
  ];
}

async function fileSaver(editor: Browser) {
  const body = { path: `load-${randomUUID()}.yml`, content: 'libraries:\n' };
  const made = await good(editor.ask('POST', '/api/config/files', { body }));
  const { id } = ConfigFileContent.parse(made.data);
  let { etag } = ConfigFileContent.parse(made.data);
  let n = 0;
  return async () => {
    n += 1;
    const content = `libraries:\n  Films:\n    # version ${n}\n    collection_files: []\n`;
    const headers = { 'if-match': etag };
    const saved = await good(editor.ask('PUT', `/api/config/files/${id}`, { body: { content }, headers }));
    etag = ConfigFileContent.parse(saved.data).etag;
  };
}

async function posterChooser(editor: Browser, itemId: string) {
  const listed = await good(editor.ask('GET', `/api/items/${itemId}/posters`));
  const posters = Poster.array().parse(listed.data);
  let n = 0;
  return async () => {
    n += 1;
    await good(editor.ask('PUT', `/api/items/${itemId}/posters/${posters[n % posters.length]?.id}/selected`));
  };
}

function keyMaker(editor: Browser) {
  let made: string | undefined;
  return async () => {
    if (made !== undefined) {
      await good(editor.ask('DELETE', `/api/auth/api-keys/${made}`));
      made = undefined;
      return;
    }
    const answer = await good(
      editor.ask('POST', '/api/auth/api-keys', { body: { name: 'Load', role: 'viewer' } }),
    );
    made = Made.parse(answer.data).id;
  };
}

async function settingsSaver(admin: Browser) {
  const read = await good(admin.ask('GET', '/api/system/config'));
  let etag = read.headers.get('etag') ?? '';
  let n = 0;
  return async () => {
    n += 1;
    const saved = await good(
      admin.ask('PUT', '/api/system/config', {
        body: { general: { instanceName: `Marquee ${n}` } },
        headers: { 'if-match': etag },
      }),
    );
    etag = saved.headers.get('etag') ?? '';
  };
}

function roleChanger(admin: Browser, userId: string) {
  let role: Role = 'viewer';
  return async () => {
    role = role === 'viewer' ? 'editor' : 'viewer';
    await good(admin.ask('PATCH', `/api/users/${userId}`, { body: { role } }));
  };
}
