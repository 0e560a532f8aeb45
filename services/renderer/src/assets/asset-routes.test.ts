import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { FontFace, OverlayImage } from '@marquee/contracts';
import { asking } from '../testing/ask.ts';
import { type RunningRenderer, runningRenderer } from '../testing/running-renderer.ts';

let renderer: RunningRenderer;
beforeEach(async () => {
  renderer = await runningRenderer();
});
afterEach(() => renderer.close());
const { get } = asking(() => renderer);
const fonts = async (): Promise<FontFace[]> => (await get('/fonts').expect(200)).body.data;
const images = async (): Promise<OverlayImage[]> => (await get('/overlay-images').expect(200)).body.data;

test('fonts of Kometa, of the config folder and shipped ones, by what they call themselves', async () => {
  renderer.config.files.set('fonts/Own.otf', 'font:Own');
  await renderer.lay(join(renderer.kometa, 'fonts/README.md'), 'no font');
  const listed = (await fonts()).map(({ reference, family, source }) => [reference, family, source]);
  expect(listed).toEqual([
    ['fonts/Roboto-Medium.ttf', 'Roboto', 'kometa'],
    ['config/fonts/Own.otf', 'Own', 'config'],
    ['fonts/Inter-Medium.ttf', 'Inter', 'shipped'],
  ]);
});

test('a shipped font that Kometa has too is shown once, as Kometa’s', async () => {
  await renderer.lay(join(renderer.defaults, 'fonts/Roboto-Medium.ttf'), 'font:Another');
  expect((await fonts()).filter(({ reference }) => reference === 'fonts/Roboto-Medium.ttf')).toMatchObject([
    { family: 'Roboto', source: 'kometa' },
  ]);
});

test('links in the folders are not followed, and fonts that are too large are not listed', async () => {
  await renderer.lay(join(renderer.kometa, 'secret'), 'font:Secret');
  await symlink(join(renderer.kometa, 'secret'), join(renderer.kometa, 'fonts/Linked.ttf'));
  await symlink(renderer.kometa, join(renderer.kometa, 'fonts/folder'));
  await renderer.lay(join(renderer.kometa, 'fonts/Huge.ttf'), `font:${'x'.repeat(30_000_001)}`);
  expect((await fonts()).map(({ family }) => family)).toEqual(['Roboto', 'Inter']);
});

test('a font file and its specimen are sent once while they stay the same', async () => {
  const [font] = await fonts();
  const file = await get(`/fonts/${font?.id}/file`).expect(200);
  expect(file.body.toString()).toBe('font:Roboto');
  await get(`/fonts/${font?.id}/file`)
    .set('if-none-match', file.headers.etag ?? '')
    .expect(304);
  const specimen = await get(`/fonts/${font?.id}/specimen?text=Aa`).expect(200);
  expect([specimen.headers['content-type'], specimen.body.toString().slice(0, 9)]).toEqual([
    'image/png',
    'png 28x26',
  ]);
  await get(`/fonts/${font?.id}/specimen?text=Bb`)
    .set('if-none-match', specimen.headers.etag ?? '')
    .expect(200);
  expect((await get('/fonts/Q0n7mX2b9c1d4e5f6g7h8i/file').expect(404)).body.error.code).toBe(
    'font.not-found',
  );
  await get('/fonts/..%2f..%2fetc%2fpasswd/file').expect(400);
});

test('pictures by how a definition names them; what is no PNG is not sent', async () => {
  renderer.config.files.set('overlays/own ribbon.png', '\x89PNGpicture:3');
  renderer.config.files.set('overlays/fake.png', '<svg/>');
  const listed = await images();
  expect(
    listed.map(({ reference, title, source }) => [`${reference.from} ${reference.value}`, title, source]),
  ).toEqual([
    ['default logo/hbo', 'Logo hbo', 'kometa'],
    ['name own ribbon', 'Own ribbon', 'config'],
    ['name fake', 'Fake', 'config'],
    ['name marquee-star', 'Star', 'shipped'],
  ]);
  const [hbo, , fake] = listed;
  const file = await get(`/overlay-images/${hbo?.id}/file`).expect(200);
  expect([file.headers['content-type'], file.body.toString('latin1')]).toEqual([
    'image/png',
    '\x89PNGpicture:9',
  ]);
  await get(`/overlay-images/${hbo?.id}/file`)
    .set('if-none-match', file.headers.etag ?? '')
    .expect(304);
  expect((await get(`/overlay-images/${fake?.id}/file`).expect(415)).body.error.code).toBe('image.format');
  await get('/overlay-images/Q0n7mX2b9c1d4e5f6g7h8i/file').expect(404);
});
