import {
  knownToPlexTv,
  type PlexStandIn,
  type PlexTvStandIn,
  startDemoPlex,
  startPlexTvStandIn,
} from '@marquee/stand-ins';
import { useBrowser } from '../browser/browser.ts';
import { drawnArt, type Product, startProduct } from '../product.ts';

jest.setTimeout(60_000);

let plex: PlexStandIn;
let plexTv: PlexTvStandIn;
let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  plex = await startDemoPlex({ cacheDir: drawnArt });
  const { server, accounts } = knownToPlexTv(plex);
  plexTv = await startPlexTvStandIn({ servers: [server], accounts });
  product = await startProduct({
    env: {
      MARQUEE_PLEX_URL: plex.url,
      MARQUEE_PLEX_TOKEN: plex.token,
      MARQUEE_PLEX_TV_URL: plexTv.url,
      MARQUEE_PLEX_APP_URL: plexTv.url,
    },
  });
}, 30_000);
afterAll(async () => {
  await product?.end();
  await plexTv?.close();
  await plex?.close();
});

test('the owner of the Plex server signs in with Plex and is an admin', async () => {
  const page = await eyes.open(product.url, { as: 'nobody' });
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in with Plex' }).click();
  const popup = await opened;
  await page.getByText('Waiting for Plex').waitFor();
  await eyes.look(page, 'plex-waiting');
  await eyes.accessible(page);
  await popup
    .getByRole('button', { name: /^Sign in as / })
    .first()
    .click();
  await page.getByRole('button', { name: /^You: / }).waitFor();
  await page.goto(`${product.url}/account`);
  await page.getByText('You sign in with Plex, so there is no password here to change.').waitFor();
  await page.getByText(/^Admin since/).waitFor();
  await eyes.look(page, 'account-plex');
  await eyes.accessible(page);
});
