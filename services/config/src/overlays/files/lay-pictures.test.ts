import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOverlayFile } from '@marquee/kometa';
import { createLogger } from '@marquee/service-kit';
import { useTempFolder } from '@marquee/testing';
import { localFolder } from '../../adapters/local-folder.ts';
import { templateFolder } from '../../adapters/template-folder.ts';
import { layPictures } from './lay-pictures.ts';

const temp = useTempFolder();
const at = 'horizontal_offset: 1, vertical_offset: 1';
const FILE = `overlays:
  star: {overlay: {name: text(8), file: config/overlays/star.png, ${at}}, plex_all: true}
  frame: {overlay: {name: frame}, plex_all: true}
  own: {overlay: {name: own}, plex_all: true}
  foreign: {overlay: {name: foreign, ${at}}, plex_all: true}
  outside: {overlay: {name: x, file: ../../star.png, ${at}}, plex_all: true}
`;

test('pictures of ours that a file names are laid into the folder, and nothing else is touched', async () => {
  const shipped = join(temp(), 'defaults');
  await mkdir(join(shipped, 'images'), { recursive: true });
  for (const name of ['star', 'frame', 'own', 'unnamed'])
    await writeFile(join(shipped, `images/${name}.png`), `shipped ${name}`);
  const root = join(temp(), 'kometa');
  await mkdir(join(root, 'overlays'), { recursive: true });
  await writeFile(join(root, 'overlays/own.png'), 'my own');
  const templates = templateFolder(
    join(shipped, 'templates'),
    createLogger({ service: 'test', level: 'silent' }),
  );
  const ports = { folder: localFolder(root), templates };

  await Promise.all([layPictures(readOverlayFile(FILE), ports), layPictures(readOverlayFile(FILE), ports)]);

  expect((await readdir(join(root, 'overlays'))).sort()).toEqual(['frame.png', 'own.png', 'star.png']);
  expect(await readFile(join(root, 'overlays/star.png'), 'utf8')).toBe('shipped star');
  expect(await readFile(join(root, 'overlays/own.png'), 'utf8')).toBe('my own');
});
