import { useBrowser } from '../browser/browser.ts';
import { picturesShown, titlesIn } from '../browser/on-screen.ts';
import { type Product, startProduct } from '../product.ts';

jest.setTimeout(60_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 30_000);
afterAll(() => product?.end());

test('a series leads to its seasons, a season to its episodes, and the way back is in sight', async () => {
  const page = await eyes.open(`${product.url}/libraries/demo.2`);
  await page
    .getByRole('grid', { name: 'Series in Series' })
    .getByRole('link', { name: /Harbour Street/ })
    .click();
  const seasons = page.getByRole('region', { name: 'Seasons' });
  await seasons.getByRole('link', { name: /Season 2/ }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Harbour Street');
  await picturesShown(page, 4);
  await eyes.look(page, 'series');
  await eyes.accessible(page);

  await seasons.getByRole('link', { name: /Season 2/ }).click();
  const episodes = page.getByRole('region', { name: 'Episodes' });
  await episodes.getByRole('link', { name: /Fog Signals/ }).waitFor();
  expect((await titlesIn(episodes))[0]).toContain('1. Fog Signals');
  await page.mouse.move(0, 0);
  await picturesShown(page, 3);
  await eyes.look(page, 'season');
  await eyes.accessible(page);

  await episodes.getByRole('link', { name: /The Dredger/ }).click();
  await page.getByRole('heading', { level: 1, name: 'The Dredger' }).waitFor();
  await picturesShown(page);
  await page.mouse.move(0, 0);
  await eyes.look(page, 'episode');
  await eyes.accessible(page);
  const way = page.getByRole('navigation', { name: 'Where you are' });
  expect(await way.getByRole('link').allTextContents()).toEqual([
    'Libraries',
    'Series',
    'Harbour Street',
    'Season 2',
  ]);
  await way.getByRole('link', { name: 'Harbour Street' }).click();
  await page.getByRole('heading', { level: 1, name: 'Harbour Street' }).waitFor();
});

test('the music library shows artists as squares, their albums, and their tracks as a list', async () => {
  const page = await eyes.open(`${product.url}/libraries/demo.3`);
  const artists = page.getByRole('grid', { name: 'Artists in Music' });
  await artists.getByRole('link').first().waitFor();
  await picturesShown(page, 5);
  await eyes.look(page, 'music');
  await eyes.accessible(page);
  const shape = await artists.getByRole('img').or(artists.locator('img')).first().boundingBox();
  expect(Math.round(shape?.width ?? 0)).toBe(Math.round(shape?.height ?? 1));

  await artists.getByRole('link').first().click();
  const albums = page.getByRole('region', { name: 'Albums' });
  await albums.getByRole('link').first().click();
  const tracks = page.getByRole('region', { name: 'Tracks' });
  await tracks.getByRole('link').first().waitFor();
  await page.mouse.move(0, 0);
  await picturesShown(page);
  await eyes.look(page, 'album');
  await eyes.accessible(page);

  await tracks.getByRole('link').first().click();
  await page.getByText('Track 1').first().waitFor();
  await eyes.look(page, 'track');
});

test('one library shows what it holds kind by kind', async () => {
  const page = await eyes.open(`${product.url}/libraries/demo.3`);
  await page
    .getByRole('group', { name: 'What to show' })
    .getByRole('button', { name: /^Tracks/ })
    .click();
  await page.getByRole('grid', { name: 'Tracks in Music' }).getByRole('link').first().waitFor();
  expect(new URL(page.url()).search).toBe('?kind=track');
  await page.mouse.move(0, 0);
  await eyes.look(page, 'music-tracks');
  await eyes.accessible(page);
});
