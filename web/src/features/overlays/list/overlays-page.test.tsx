import { overlayFileRoutes, renderRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aSession } from '../../../testing/examples.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { FILE_ID, filmsYaml, OverlayMarquee } from '../testing/overlay-marquee.ts';

jest.mock('../stage/stage.tsx', () => jest.requireActual('../testing/stage-stand-in.tsx'));

let marquee: OverlayMarquee;
beforeEach(() => {
  marquee = new OverlayMarquee();
});
const names = () =>
  screen.getAllByTestId('overlay-entry').map((entry) => within(entry).getByRole('link').textContent);

test('each overlay is drawn alone on an item, and leads to itself in the editor', async () => {
  renderApp('/overlays');
  const [rating, high] = await screen.findAllByTestId('overlay-entry');
  if (!rating || !high) throw new Error('Two overlays were expected');
  expect(rating).toHaveTextContent('Text on films');
  expect(high).toHaveTextContent('group resolution · 20');
  const link = await within(high).findByRole('link', { name: '4k' });
  await waitFor(() => expect(link.getAttribute('href')).toContain('item=demo.1001'));
  expect(link.getAttribute('href')).toContain(`/overlays/edit/${FILE_ID}?layer=4k`);
  await waitFor(() => expect(marquee.fake.callsOf(renderRoutes.render)).toHaveLength(2));
  expect(marquee.fake.callsOf(renderRoutes.render)[1]?.body).toMatchObject({
    itemId: 'demo.1001',
    fileIds: [FILE_ID],
    only: ['4k'],
    output: { width: 240 },
  });
});

test('search and filters narrow the list and say how much they hide', async () => {
  const { user } = renderApp('/overlays');
  await screen.findAllByTestId('overlay-entry');
  await user.type(screen.getByRole('textbox', { name: 'Search overlays' }), 'resol');
  await screen.findByText('1 of 2');
  expect(names()).toEqual(['4k']);
  await user.type(screen.getByRole('textbox', { name: 'Search overlays' }), 'xyz');
  expect(await screen.findByText('The search and the filters hide 2 overlays.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(names()).toEqual(['rating', '4k']);
});

test('problems are counted at the overlay and told with their lines', async () => {
  marquee.outside(filmsYaml.replace('font_size: 60', 'font_size: large'));
  const { user } = renderApp('/overlays');
  await user.click(await screen.findByRole('button', { name: '1 problem' }));
  expect(screen.getByText('line 8')).toBeInTheDocument();
});

test('a new file asks for its name, is made with it, and opens', async () => {
  marquee.fake.answer(overlayFileRoutes.create);
  const { user } = renderApp('/overlays');
  await user.click(await screen.findByRole('button', { name: 'New file' }));
  const name = screen.getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, '../x.yml{Enter}');
  expect(screen.getByText(/Use a name that ends with .yml/)).toBeInTheDocument();
  await user.clear(name);
  await user.type(name, 'overlays/new.yml{Enter}');
  await screen.findByTestId('overlay-editor');
  expect(marquee.fake.callsOf(overlayFileRoutes.create)[0]?.body).toEqual({
    path: 'overlays/new.yml',
    text: 'overlays:\n',
  });
});

test('without files: what they are, and templates to begin with', async () => {
  marquee.fake.answer(overlayFileRoutes.list, []);
  const { user } = renderApp('/overlays');
  expect(await screen.findByRole('heading', { name: 'No overlay files yet' })).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Rating pill' }));
  expect(screen.getByRole('dialog', { name: 'New overlay file' })).toBeInTheDocument();
});

test('a viewer sees them and is offered nothing that is not theirs', async () => {
  renderApp('/overlays', aSession({ role: 'viewer' }));
  expect(await screen.findAllByTestId('overlay-entry')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'New file' })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /Open the editor/ })).not.toBeInTheDocument();
});

test('a list that cannot be had says why and can be asked for again', async () => {
  marquee.fake.fail(overlayFileRoutes.list, 'config.folder-missing');
  renderApp('/overlays');
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
});
