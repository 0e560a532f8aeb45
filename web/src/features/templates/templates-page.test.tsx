import {
  type BlockTemplate,
  blockTemplateRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aSession } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

const decade: BlockTemplate = {
  ...{ id: 'decade', title: 'Best of a decade', what: 'Ten years', kind: 'collection', library: 'movie' },
  ...{ name: 'Best of the <<decade>>s', yaml: 'plex_all: true\n', shipped: true },
  variables: [
    { name: 'decade', label: 'First year', kind: 'number', default: 1990 },
    { name: 'hdr', label: 'Only HDR', kind: 'yes-no', optional: true },
  ],
};
const own: BlockTemplate = {
  ...decade,
  id: 'own-1',
  title: 'Mine',
  kind: 'playlist',
  variables: [],
  shipped: false,
};
const fileId = 'collectionsfilms000000';

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(blockTemplateRoutes.list, [decade, own])
    .answer(blockTemplateRoutes.targets, {
      files: [{ fileId, path: 'collections/films.yml', kind: 'collection' }],
      libraries: ['Films'],
    })
    .answer(blockTemplateRoutes.preview)
    .answer(blockTemplateRoutes.use)
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});
const list = () => screen.findByRole('list', { name: 'Templates' });
const titles = async () =>
  within(await list())
    .getAllByRole('heading')
    .map(({ textContent }) => textContent);

test('templates are found by kind and words; what fits nothing is let go again', async () => {
  const { user } = renderApp('/templates');
  expect(await titles()).toEqual(['Mine', 'Best of a decade']);
  await user.click(screen.getByRole('button', { name: 'Collections' }));
  expect(await titles()).toEqual(['Best of a decade']);
  await user.type(screen.getByRole('textbox', { name: 'Find a template' }), 'nothing');
  await user.click(await screen.findByRole('button', { name: 'Show all templates' }));
  expect(await titles()).toHaveLength(2);
});

test('what is typed is shown as it is written, then written into the chosen file', async () => {
  const { user } = renderApp('/templates');
  await user.click(await screen.findByRole('button', { name: 'Use Best of a decade' }));
  const dialog = await screen.findByRole('dialog', { name: 'Best of a decade' });
  const field = within(dialog).getByRole('textbox', { name: 'First year' });
  await user.clear(field);
  expect(await within(dialog).findByText('This is needed.')).toBeVisible();
  expect(within(dialog).getByRole('button', { name: 'Write it' })).toBeDisabled();
  await user.type(field, '1980');
  expect(await within(dialog).findByText('collections/films.yml, from line 4')).toBeVisible();
  await waitFor(() =>
    expect(marquee.callsOf(blockTemplateRoutes.preview).at(-1)?.body).toEqual({
      values: { decade: 1980, hdr: null },
      target: { fileId },
    }),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Write it' }));
  const link = await screen.findByRole('link', { name: 'Open in Files' });
  expect(link).toHaveAttribute('href', '/files?file=collections%2Ffilms.yml&line=4');
  expect(marquee.callsOf(blockTemplateRoutes.use)).toHaveLength(1);
});

test('a new file is made for a library, and why it cannot be is told', async () => {
  marquee.fail(blockTemplateRoutes.preview, 'config.template-refused');
  const { user } = renderApp('/templates');
  await user.click(await screen.findByRole('button', { name: 'Use Mine' }));
  const dialog = await screen.findByRole('dialog', { name: 'Mine' });
  const path = await within(dialog).findByRole('textbox', { name: 'Path of the new file' });
  expect(path).toHaveValue('playlists.yml');
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('The template cannot be put there');
  expect(within(dialog).getByRole('button', { name: 'Write it' })).toBeDisabled();
  expect(marquee.callsOf(blockTemplateRoutes.preview)[0]?.body).toMatchObject({
    target: { newFile: 'playlists.yml', library: null },
  });
});

test('one’s own is taken away after a question; shipped ones cannot be', async () => {
  marquee.answer(blockTemplateRoutes.drop, null);
  const { user } = renderApp('/templates');
  await user.click(await screen.findByRole('button', { name: 'Delete Mine' }));
  marquee.answer(blockTemplateRoutes.list, [decade]);
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(async () => expect(await titles()).toEqual(['Best of a decade']));
  expect(marquee.callsOf(blockTemplateRoutes.drop)[0]?.params).toEqual({ templateId: 'own-1' });
  expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull();
});

test('who may only look sees what there is', async () => {
  renderApp('/templates', aSession({ role: 'viewer' }));
  expect(await titles()).toHaveLength(2);
  expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull();
});
