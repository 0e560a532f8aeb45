import { collectionRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import type { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { aCollection, collectionsMarquee, filmsFile, opened } from '../testing/collections-marquee.ts';

let marquee: FakeMarquee;
beforeEach(() => {
  const made = opened('Charts', { imdb_chart: 'top_movies' }, '  Charts:\n    imdb_chart: top_movies\n');
  marquee = collectionsMarquee([aCollection('Drama')])
    .answer(collectionRoutes.create, made)
    .answer(collectionRoutes.read, made);
});
/** Which file it goes into is known by then. */
const ready = async () => {
  const make = await screen.findByRole('button', { name: 'Create collection' });
  await waitFor(() => expect(make).toBeEnabled());
  return make;
};
const offers = () => screen.getAllByTestId('offer');

test('a builder is found in the catalogue, by words and by the kind of library', async () => {
  const { user } = renderApp('/collections/new?search=watchlist');
  expect(await screen.findByRole('heading', { name: 'Plex' })).toBeInTheDocument();
  expect(offers()).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Music' }));
  expect(await screen.findByText(/No builder fits/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Films' }));
  await user.click(screen.getByText('imdb_watchlist'));
  expect(await screen.findByRole('button', { name: 'Remove imdb_watchlist' })).toBeInTheDocument();
  expect(window.location.search).toBe('?search=watchlist&kind=movie&builder=imdb_watchlist');
});

test('it needs a name that is free in its file', async () => {
  const { user } = renderApp('/collections/new?builder=imdb_chart');
  await user.click(await ready());
  expect(screen.getByText('Give it a name.')).toBeInTheDocument();
  const name = screen.getByRole('textbox', { name: 'Name' });
  await user.click(name);
  await user.paste('Drama');
  expect(await screen.findByText('There is such a collection in this file already.')).toBeInTheDocument();
  await user.clear(name);
  await user.paste('Charts');
  await user.click(screen.getByRole('button', { name: 'Create collection' }));
  await screen.findByRole('heading', { name: 'Charts', level: 1 });
  expect(marquee.callsOf(collectionRoutes.create)[0]?.body).toMatchObject({
    name: 'Charts',
    section: 'collections',
    fileId: filmsFile.fileId,
    values: { imdb_chart: null },
  });
});

test('a new file is made for it, and listed under its library', async () => {
  const { user } = renderApp('/collections/new?builder=plex_all');
  await ready();
  await user.click(screen.getByRole('textbox', { name: 'Name' }));
  await user.paste('All');
  await user.click(screen.getByRole('combobox', { name: 'File' }));
  await user.click(await screen.findByRole('option', { name: 'A new file…' }));
  const path = screen.getByRole('textbox', { name: 'Path of the new file' });
  await user.clear(path);
  await user.paste('collections/all.txt');
  await user.click(screen.getByRole('button', { name: 'Create collection' }));
  expect(screen.getByText('Use names between slashes that end with .yml.')).toBeInTheDocument();
  await user.clear(path);
  await user.paste('collections/all.yml');
  await user.click(screen.getByRole('button', { name: 'Create collection' }));
  await waitFor(() => expect(marquee.callsOf(collectionRoutes.create)).toHaveLength(1));
  expect(marquee.callsOf(collectionRoutes.create)[0]?.body).toMatchObject({
    newFile: 'collections/all.yml',
    library: 'Films',
    values: { plex_all: true },
  });
});

test('what it lacks is told from the first change on', async () => {
  const { user } = renderApp('/collections/new?builder=imdb_chart');
  await ready();
  expect(screen.queryByText(/imdb_chart has no value/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Add a builder' }));
  const dialog = screen.getByRole('dialog', { name: 'Add a builder' });
  await user.click(within(dialog).getByRole('textbox', { name: 'Search builders' }));
  await user.paste('plex_all');
  await user.click(await within(dialog).findByRole('button', { name: /^plex_all/ }));
  expect(await screen.findAllByText(/imdb_chart has no value/)).not.toHaveLength(0);
});

test('builders are added; those in use are marked', async () => {
  const { user } = renderApp('/collections/new?builder=plex_all');
  await user.click(await screen.findByRole('button', { name: 'Add a builder' }));
  const dialog = screen.getByRole('dialog', { name: 'Add a builder' });
  expect(within(dialog).getByRole('button', { name: /^plex_all/ })).toBeDisabled();
  await user.click(within(dialog).getByRole('textbox', { name: 'Search builders' }));
  await user.paste('plex_search');
  await user.click(await within(dialog).findByRole('button', { name: /^plex_search/ }));
  expect(await screen.findByRole('group', { name: 'plex_search' })).toBeInTheDocument();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
