import { createHash } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  libraryItemIdsAsked,
  overlayAssetsAsked,
  overlayTextsAsked,
  type Principal,
} from '@marquee/contracts';
import { fileIdOf } from '../../files/file-id.ts';
import { FILMS } from '../../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../../testing/running-config.ts';

const everybody: Principal = {
  id: 'ada',
  name: 'Ada',
  role: 'viewer',
  libraries: 'all',
  via: { kind: 'session', id: '1' },
};

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig({ started: true });
});
afterEach(() => config.close());
const lay = async (path: string, content: string | Uint8Array) => {
  await mkdir(dirname(join(config.root, path)), { recursive: true });
  await writeFile(join(config.root, path), content);
};

describe('pictures and fonts', () => {
  const ask = (put: string[] = []) => config.bus.request(overlayAssetsAsked, { put });
  const namesOf = (assets: { name: string }[]) => assets.map(({ name }) => name);

  test('are listed wherever they may be named, and nothing else', async () => {
    for (const path of [
      'overlays/a.png',
      'overlays/deep/B.PNG',
      'logo.png',
      'overlays/Films Original Posters/1.png',
      'assets/Film/poster.png',
      'overlays/a.jpg',
      'fonts/Inter.ttf',
      'fonts/deep/Sans.otf',
      'Other.ttf',
      'config.yml',
    ])
      await lay(path, 'x');
    await symlink('/etc/passwd', join(config.root, 'overlays/link.png'));
    const { images, fonts, put } = await ask();
    expect(namesOf(images)).toEqual(['logo.png', 'overlays/a.png', 'overlays/deep/B.PNG']);
    expect(namesOf(fonts)).toEqual(['fonts/Inter.ttf', 'fonts/deep/Sans.otf']);
    expect(put).toEqual({});
  });

  test('are laid among the blobs when they are in the listing, also fonts of several megabytes', async () => {
    const font = Buffer.alloc(5_000_000, 7);
    await lay('fonts/Big.ttf', font);
    await lay('overlays/a.png', 'picture');
    await lay('config.yml', 'secret');
    const hostile = [
      '../config.yml',
      '/etc/passwd',
      'config.yml',
      'overlays/../config.yml',
      'fonts/none.ttf',
    ];
    const { put } = await ask(['fonts/Big.ttf', 'overlays/a.png', ...hostile]);
    const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(put).toEqual({ 'fonts/Big.ttf': sha256(font), 'overlays/a.png': sha256('picture') });
  });

  test('have another version when they change', async () => {
    await lay('overlays/a.png', 'x');
    const before = (await ask()).images[0]?.version;
    await lay('overlays/a.png', 'longer');
    expect((await ask()).images[0]?.version).not.toBe(before);
  });
});

describe('texts of overlay files', () => {
  test('are answered in order', async () => {
    await lay('a.yml', 'overlays: # a\n');
    await lay('b.yml', 'overlays: # b\n');
    const { files } = await config.bus.request(overlayTextsAsked, {
      fileIds: [fileIdOf('b.yml'), fileIdOf('a.yml')],
    });
    expect(files).toEqual([
      { id: fileIdOf('b.yml'), path: 'b.yml', text: 'overlays: # b\n' },
      { id: fileIdOf('a.yml'), path: 'a.yml', text: 'overlays: # a\n' },
    ]);
  });

  test('of other config files are not', async () => {
    await lay('config.yml', 'plex: secret\n');
    const asked = config.bus.request(overlayTextsAsked, { fileIds: [fileIdOf('config.yml')] });
    await expect(asked).rejects.toMatchObject({ code: 'config.file-not-found' });
  });
});

describe('the items of a library', () => {
  const ask = async (libraryId: string, principal = everybody) =>
    (await config.bus.request(libraryItemIdsAsked, { principal, libraryId })).itemIds;

  test('are all its films, its shows or its artists', async () => {
    const films = await ask('attic.1');
    expect(films).toHaveLength(FILMS);
    expect(new Set(films).size).toBe(FILMS);
    expect(films[0]).toBe('attic.1001');
    expect(await ask('attic.2')).toEqual(['attic.2001']);
    expect(await ask('attic.3')).toEqual(['attic.3001']);
  });

  test('are none where the library is not shared or not there', async () => {
    const somebody: Principal = { ...everybody, libraries: ['attic.2'] };
    expect(await ask('attic.1', somebody)).toEqual([]);
    expect(await ask('attic.99')).toEqual([]);
    expect(await ask('elsewhere.1')).toEqual([]);
  });
});
