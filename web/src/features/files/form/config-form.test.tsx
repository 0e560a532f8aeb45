import {
  type ConfigFile,
  configBranchRoutes,
  configConnectionRoutes,
  configRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
// Loaded before the first page asks for it.
import './form-view.tsx';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';

jest.mock('../editor/load-desk.ts', () => jest.requireActual('../testing/desk-stand-in.ts'));

const config: ConfigFile = {
  ...{ id: 'config'.padEnd(22, '0'), path: 'config.yml', kind: 'yaml', editable: true },
  ...{ sizeBytes: 2048, modifiedAt: '2026-11-21T05:00:00.000Z' },
};
const written = `# ours
libraries:
  Films: # the big one
    collection_files:
      - default: basic # charts
      - file: config/mine.yml
settings:
  cache: true # on disk
plex:
  url: http://plex:32400
  token: <<hidden:plex/token>>
tmdb:
  apikey: <<hidden:tmdb/apikey>>
`;

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(configBranchRoutes.list, [])
    .answer(configRoutes.list, [config])
    .answerBy(configRoutes.read, () => ({ ...config, content: written, etag: '"1"' }))
    .answer(configRoutes.draft, null)
    .answer(configRoutes.dropDraft, null)
    .answerBy(configRoutes.saveDraft, ({ params, body }) => ({
      fileId: params.fileId ?? '',
      savedAt: config.modifiedAt,
      ...(body as { text: string; baseEtag: string }),
    }))
    .answerBy(configRoutes.write, ({ body }) => ({
      ...config,
      content: (body as { content: string }).content,
      etag: '"2"',
    }))
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});

const open = async (section: string) => {
  const { user } = renderApp(`/files?file=config.yml&view=form&section=${encodeURIComponent(section)}`);
  await screen.findByRole('button', { name: 'Undo' });
  return user;
};
const yaml = async (user: Awaited<ReturnType<typeof open>>) => {
  await user.click(screen.getByRole('button', { name: 'YAML' }));
  return screen.findByRole('textbox', { name: 'Text of config.yml' });
};

test('a form is the same text: what is changed there is in the YAML, is undone there, and is saved', async () => {
  const user = await open('settings');
  await user.click(screen.getByRole('switch', { name: 'cache' }));
  const changed = written.replace('cache: true', 'cache: false');
  expect(await yaml(user)).toHaveValue(changed);
  await user.click(screen.getByRole('button', { name: 'Form' }));
  await user.click(await screen.findByRole('button', { name: 'Settings' }));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('switch', { name: 'cache' })).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Redo' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(marquee.callsOf(configRoutes.write)[0]?.body).toMatchObject({ content: changed }),
  );
});

test('a part that is empty says what it is for', async () => {
  await open('webhooks');
  expect(screen.getByText('Where to send word of what happens.')).toBeVisible();
});

test('what is typed in a field and not told yet is saved too', async () => {
  const user = await open('connections');
  const plex = screen.getByRole('region', { name: 'Plex' });
  const url = within(plex).getByRole('textbox', { name: 'url' });
  await user.clear(url);
  await user.type(url, 'http://other:32400');
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() =>
    expect(marquee.callsOf(configRoutes.write)[0]?.body).toMatchObject({
      content: written.replace('http://plex:32400', 'http://other:32400'),
    }),
  );
});

test('the files of a library are added, moved and taken away, and keep their comments', async () => {
  const user = await open('library/Films');
  const files = screen.getByRole('group', { name: 'Collection files' });
  await user.click(within(files).getByRole('button', { name: 'Move Collection files 2 up' }));
  await user.click(within(files).getByRole('button', { name: 'Add a file: Collection files' }));
  await user.click(screen.getByRole('menuitem', { name: 'Kometa’s own' }));
  await user.type(within(files).getByRole('combobox', { name: 'Collection files 3' }), 'imdb{Enter}');
  expect(await yaml(user)).toHaveValue(
    written.replace(
      '      - default: basic # charts\n      - file: config/mine.yml\n',
      '      - file: config/mine.yml\n      - default: basic # charts\n      - default: imdb\n',
    ),
  );
});

test('one of Kometa’s own files is found, told its variables, and used in a library', async () => {
  const user = await open('defaults');
  await user.type(screen.getByRole('textbox', { name: 'Find one' }), 'oscar');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^imdb/ })).toBeNull());
  await user.click(screen.getByRole('button', { name: /^oscars/ }));
  const dialog = await screen.findByRole('dialog', { name: 'oscars' });
  await user.click(within(dialog).getByRole('button', { name: 'Add to its template variables' }));
  await user.type(within(dialog).getByRole('combobox', { name: 'Add to its template variables' }), 'use_sep');
  await user.click(screen.getByRole('option', { name: /^use_separator/ }));
  await user.click(within(dialog).getByRole('switch', { name: 'use_separator' }));
  await user.click(within(dialog).getByRole('button', { name: 'Use in Films' }));
  await screen.findByRole('group', { name: 'Collection files' });
  expect(await yaml(user)).toHaveValue(
    written.replace(
      'mine.yml\n',
      'mine.yml\n      - default: oscars\n        template_variables:\n          use_separator: false\n',
    ),
  );
});

test('an edit that the text cannot take is told, and leads to its line', async () => {
  marquee.answerBy(configRoutes.read, () => ({
    ...{ ...config, etag: '"1"' },
    content: 'libraries: {}\nsettings: &all\n  cache: true\nother: *all\n',
  }));
  const user = await open('other');
  const field = screen.getByRole('textbox', { name: 'other' });
  await user.clear(field);
  await user.type(field, 'cache: false');
  await user.tab();
  expect(await screen.findByRole('alert')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show line 3' }));
  expect(await screen.findByRole('textbox', { name: 'Text of config.yml' })).toBeVisible();
});

test('a text that cannot be read has no form, but the way to its line', async () => {
  marquee.answerBy(configRoutes.read, () => ({
    ...config,
    content: 'settings:\n\tcache: true\n',
    etag: '"1"',
  }));
  const { user } = renderApp('/files?file=config.yml&view=form');
  await screen.findByText('The form cannot read this text');
  await user.click(screen.getByRole('button', { name: 'Show line 2' }));
  expect(await screen.findByRole('textbox', { name: 'Text of config.yml' })).toBeVisible();
});

test('a library that Plex has is added; one without files stays', async () => {
  const user = await open('libraries');
  await user.type(screen.getByRole('combobox', { name: 'Name of the library in Plex' }), 'Series{Enter}');
  expect(await screen.findByRole('heading', { name: 'Series' })).toBeVisible();
  expect(await yaml(user)).toHaveValue(written.replace('mine.yml\n', 'mine.yml\n  Series: {}\n'));
});

test('a connection is tried with what stands in the fields, and placeholders for what is hidden', async () => {
  marquee.answer(configConnectionRoutes.test, {
    ok: false,
    checks: [{ name: 'plex', state: 'down', message: 'Plex refuses the token. Type it in again.' }],
  });
  const user = await open('connections');
  await user.click(screen.getByRole('button', { name: 'Test Plex' }));
  const plex = screen.getByRole('region', { name: 'Plex' });
  expect(await within(plex).findByText('Plex refuses the token. Type it in again.')).toBeVisible();
  expect(marquee.callsOf(configConnectionRoutes.test)[0]?.body).toEqual({
    fileId: config.id,
    values: { url: 'http://plex:32400', token: '<<hidden:plex/token>>' },
  });
  await user.click(within(plex).getByRole('button', { name: 'Replace token' }));
  await user.type(within(plex).getByLabelText('token'), 'newer{Enter}');
  expect(within(plex).queryByText('Plex refuses the token. Type it in again.')).toBeNull();
});

test('a section of a library is tried as that library’s', async () => {
  marquee
    .answerBy(configRoutes.read, () => ({
      ...config,
      content: written.replace(
        'settings:',
        '    radarr:\n      token: <<hidden:libraries/Films/radarr/token>>\nsettings:',
      ),
      etag: '"1"',
    }))
    .answer(configConnectionRoutes.test);
  const user = await open('library/Films');
  await user.click(screen.getByRole('button', { name: 'Test Radarr' }));
  await waitFor(() =>
    expect(marquee.callsOf(configConnectionRoutes.test)[0]?.body).toEqual({
      ...{ fileId: config.id, library: 'Films' },
      values: { token: '<<hidden:libraries/Films/radarr/token>>' },
    }),
  );
  expect(screen.queryByRole('button', { name: 'Test Tautulli' })).toBeNull();
});

test('a file that a library names is opened from there', async () => {
  const mine = { ...config, id: 'mine'.padEnd(22, '0'), path: 'mine.yml' };
  marquee.answer(configRoutes.list, [config, mine]);
  const user = await open('library/Films');
  await user.click(await screen.findByRole('link', { name: 'Open mine.yml' }));
  expect(await screen.findByRole('textbox', { name: 'Text of mine.yml' })).toBeVisible();
});
