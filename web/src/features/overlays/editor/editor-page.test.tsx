import { fileSaved, overlayFileRoutes, type RenderBatch, renderRoutes } from '@marquee/contracts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { applyEvent } from '../../../live/apply-event.ts';
import { aSession } from '../../../testing/examples.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { anOverlayItem } from '../testing/examples.ts';
import { FILE_ID, filmsYaml, OverlayMarquee } from '../testing/overlay-marquee.ts';
import { givePointers } from '../testing/pointers.ts';

jest.mock('../stage/stage.tsx', () => jest.requireActual('../testing/stage-stand-in.tsx'));
// An editor of text measures lines, which a document without a screen cannot.
jest.mock('../yaml/yaml-editor.tsx', () => jest.requireActual('../testing/yaml-stand-in.tsx'));

const batchExample = renderRoutes.startBatch.examples?.reply as RenderBatch;
let marquee: OverlayMarquee;
beforeEach(() => {
  marquee = new OverlayMarquee();
});

async function opened(query = '') {
  const app = renderApp(`/overlays/edit/${FILE_ID}${query}`);
  await screen.findByTestId('stage');
  return app;
}
const layers = () => screen.getAllByTestId('layer').map((row) => row.dataset.mapping);
const layer = (name: string) => {
  const row = screen.getAllByTestId('layer').find(({ dataset }) => dataset.mapping === name);
  if (!row) throw new Error(`There is no layer ${name}`);
  return row;
};
const attribute = (name: string) => screen.getByRole('group', { name });
const draft = () => waitFor(() => expect(marquee.draft).not.toBeNull()).then(() => marquee.draft ?? '');

test('layers stand front first, with what ties them and what became of them', async () => {
  await opened();
  expect(layers()).toEqual(['4k', 'rating']);
  expect(layer('4k')).toHaveTextContent('resolution · 20');
  expect(layer('4k')).toHaveTextContent('suppresses rating');
  expect(layer('rating')).toHaveTextContent('by 4k');
  expect(await within(layer('rating')).findByText('Drawn')).toBeInTheDocument();
  // Nobody has matched them for this item yet.
  expect(layer('rating')).toHaveTextContent('assumed to match');
  expect(screen.getByTestId('saved-state')).toHaveTextContent('as version 1');
});

test('a changed attribute changes its line alone, is a named step, and is kept as a draft', async () => {
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'on stage: rating' }));
  const size = within(attribute('font_size')).getByRole('textbox');
  expect(size).toHaveValue('60');
  // Somebody who empties a field to type another number loses neither the line's place nor its comment.
  fireEvent.change(size, { target: { value: '' } });
  fireEvent.change(size, { target: { value: '7' } });
  fireEvent.change(size, { target: { value: '72' } });
  expect(await draft()).toBe(filmsYaml.replace('font_size: 60 # large', 'font_size: 72 # large'));
  expect(screen.getByTestId('saved-state')).toHaveTextContent('Draft');
  await user.click(screen.getByRole('button', { name: 'Undo: rating: font_size' }));
  expect(size).toHaveValue('60');
  await waitFor(() => expect(marquee.draft).toBeNull());
});

test('the stage compares with what is saved, also with a layer that is deleted by now', async () => {
  const matches = [[{ mapping: '4k', verdict: 'not' as const, reason: '' }]];
  marquee.fake.answer(overlayFileRoutes.items, [anOverlayItem({ itemId: 'demo.1001', matches })]);
  const { user } = await opened('?layer=rating');
  expect(screen.getByTestId('stage').dataset.before).toBe('bare');
  await user.keyboard('{Delete}');
  await waitFor(() => expect(screen.getByTestId('stage').dataset.before).toBe('rating'));
});

test('a drag on the stage is one step, under the name that the stage gives it', async () => {
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'drag rating' }));
  expect(await draft()).toContain('horizontal_offset: 77');
  expect(screen.getByRole('button', { name: 'Undo: Move rating' })).toBeEnabled();
  await user.keyboard('{Control>}z{/Control}');
  expect(screen.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled();
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(screen.getByRole('button', { name: 'Undo: Move rating' })).toBeEnabled();
});

test('a copy that was dragged away is a duplicate in its new place, in one step', async () => {
  const { user } = await opened('?layer=rating');
  await user.click(screen.getByRole('button', { name: 'drag a copy of rating' }));
  expect(layers()).toEqual(['4k', 'rating 2', 'rating']);
  expect(screen.getByTestId('stage').dataset.selection).toBe('rating 2');
  const text = await draft();
  expect(text.match(/horizontal_offset: (40|77)/g)).toEqual([
    'horizontal_offset: 40',
    'horizontal_offset: 77',
  ]);
  await user.click(screen.getByRole('button', { name: 'Undo: Duplicate rating' }));
  expect(layers()).toEqual(['4k', 'rating']);
  expect(screen.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled();
});

test('what is not written shows Kometa’s default; what is can go back to it', async () => {
  const { user } = await opened('?layer=4k');
  const size = within(attribute('font_size')).getByRole('textbox');
  expect(size).toHaveValue('');
  expect(size).toHaveAttribute('placeholder', '36');
  await user.click(screen.getByRole('button', { name: 'Back to the default: suppress_overlays' }));
  expect(await draft()).not.toContain('suppress_overlays');
});

test('percent and pixels are turned into each other', async () => {
  const { user } = await opened('?layer=4k');
  const offset = attribute('horizontal_offset');
  expect(within(offset).getByRole('textbox')).toHaveValue('10');
  await user.click(within(offset).getByRole('button', { name: 'px' }));
  expect(await draft()).toContain('horizontal_offset: 100\n');
});

test('placing by the nine places writes both alignments, centred ones without offset', async () => {
  const { user } = await opened('?layer=rating');
  await user.click(screen.getByRole('radio', { name: 'Bottom centre' }));
  const text = await draft();
  expect(text).toContain('horizontal_align: center');
  expect(text).toContain('vertical_align: bottom');
  expect(text).toContain('horizontal_offset: 0');
  expect(text).toContain('vertical_offset: 40');
});

test('what Kometa would warn of is told at its field', async () => {
  marquee.outside(filmsYaml.replace('font_size: 60', 'font_size: large'));
  await opened('?layer=rating');
  expect(within(attribute('font_size')).getByRole('alert')).toHaveTextContent(/36/);
});

test('a layer that Kometa would leave out says why, and leads to its line', async () => {
  marquee.outside(filmsYaml.replace('font_size: 60', 'font_color: blueish'));
  const { user } = await opened('?layer=rating');
  expect(await screen.findByText(/Kometa would leave this one out/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Open it in the YAML' }));
  expect(await screen.findByTestId('yaml')).toHaveTextContent('line 8');
});

test('what is typed into the YAML is one step and moves the layers; a step elsewhere moves the YAML', async () => {
  const { user } = await opened('?layer=rating');
  await user.keyboard('y');
  const text = await screen.findByRole('textbox', { name: 'YAML' });
  expect(text).toHaveValue(filmsYaml);
  fireEvent.change(text, { target: { value: filmsYaml.replace('rating:', 'score:') } });
  fireEvent.change(text, { target: { value: filmsYaml.replace('rating:', 'scores:') } });
  expect(layers()).toEqual(['4k', 'scores']);
  await user.click(screen.getByRole('button', { name: 'Undo: Edit the YAML' }));
  expect(layers()).toEqual(['4k', 'rating']);
  expect(text).toHaveValue(filmsYaml);
});

test('a colour is chosen by its swatch', async () => {
  const { user } = await opened('?layer=rating');
  await user.click(screen.getByRole('button', { name: 'Mix font_color' }));
  await user.click(screen.getByRole('button', { name: 'Gold' }));
  expect(await draft()).toMatch(/font_color: ['"]#F2B134['"]/);
});

test('a variable is put into the text with its live value', async () => {
  const { user } = await opened('?layer=rating');
  expect(await screen.findByText('Reads “8.3”')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^title/ }));
  await user.click(screen.getByRole('menuitem', { name: /CAPITALS/ }));
  expect(await draft()).toContain('<<titleU>>');
});

test('order, renaming, copying, hiding and deleting go by keys alone', async () => {
  const { user } = await opened();
  await user.click(within(layer('rating')).getByRole('button', { name: /^.*rating.*$/, pressed: false }));
  await user.keyboard(']');
  expect(layers()).toEqual(['rating', '4k']);
  await user.keyboard('{Control>}d{/Control}');
  expect(layers()).toEqual(['rating 2', 'rating', '4k']);
  await user.keyboard('{F2}score{Enter}');
  expect(layers()).toEqual(['score', 'rating', '4k']);
  await user.keyboard('h');
  expect(layer('score')).toHaveTextContent('Hidden in the editor only');
  await user.keyboard('{Delete}');
  expect(layers()).toEqual(['rating', '4k']);
  await user.click(screen.getByRole('button', { name: 'All steps' }));
  const steps = screen.getAllByRole('menuitem').map((item) => item.textContent);
  expect(steps).toEqual([
    'Delete score',
    'Rename rating 2 to score',
    'Duplicate rating',
    'Bring rating forward',
    'As it was opened',
  ]);
});

test('a layer is carried to another place in the order, as one step', async () => {
  givePointers();
  const { user } = await opened();
  // Where nothing is laid out every row stands at the top, so anywhere below is behind the last.
  const held = within(layer('4k')).getByText('4k');
  fireEvent.pointerDown(held, { clientY: 0, buttons: 1 });
  fireEvent.pointerMove(held, { clientY: 20, buttons: 1 });
  fireEvent.pointerUp(held, { clientY: 20 });
  expect(layers()).toEqual(['rating', '4k']);
  await user.click(screen.getByRole('button', { name: 'Undo: Move 4k in the order' }));
  expect(layers()).toEqual(['4k', 'rating']);
});

test('layers travel through the clipboard into the file', async () => {
  await opened('?layer=4k');
  const carried = new Map<string, string>();
  const clipboardData = {
    setData: (kind: string, text: string) => carried.set(kind, text),
    getData: (kind: string) => carried.get(kind) ?? '',
  };
  fireEvent.copy(document.body, { clipboardData });
  expect(carried.get('text/plain')).toContain('resolution: 4K');
  fireEvent.paste(document.body, { clipboardData });
  expect(layers()).toEqual(['4k 2', '4k', 'rating']);
  fireEvent.cut(document.body, { clipboardData });
  expect(layers()).toEqual(['4k', 'rating']);
});

test('a plain start is added and selected', async () => {
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'Add' }));
  await user.click(await screen.findByRole('button', { name: 'Ribbon' }));
  expect(layers()).toContain('ribbon');
  expect(screen.getByTestId('stage').dataset.selection).toBe('ribbon');
});

test('a save shows the changed lines first, then writes what was looked at', async () => {
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'drag rating' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: 'Save this file' });
  const lines = within(dialog).getByRole('region', { name: 'Changed lines' });
  expect(lines).toHaveTextContent('horizontal_offset: 40');
  expect(lines).toHaveTextContent('horizontal_offset: 77');
  expect(marquee.text).toBe(filmsYaml);
  await user.type(within(dialog).getByRole('textbox'), 'Move it');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(marquee.text).toContain('horizontal_offset: 77'));
  expect(marquee.fake.callsOf(overlayFileRoutes.write)[0]?.body).toMatchObject({ message: 'Move it' });
  await waitFor(() => expect(screen.getByTestId('saved-state')).toHaveTextContent('as version 2'));
});

test('pinned items are compared before anything is written', async () => {
  const compared = [
    {
      itemId: 'demo.1001',
      title: 'The Lantern Keeper',
      changed: true,
      differingPixels: 1234,
      beforeUrl: '/api/overlays/rendered/a',
      afterUrl: '/api/overlays/rendered/b',
      differenceUrl: '/api/overlays/rendered/c',
    },
  ];
  marquee.fake
    .answer(overlayFileRoutes.goldenSet, ['demo.1001'])
    .answer(renderRoutes.startBatch)
    .answer(renderRoutes.batch, {
      ...batchExample,
      state: 'succeeded',
      endedAt: '2026-11-21T05:00:00.000Z',
      items: [],
      collisions: [],
      compared,
      failures: [],
      sheetUrl: null,
    });
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'drag rating' }));
  await user.keyboard('{Control>}s{/Control}');
  const item = await screen.findByTestId('compared');
  expect(item).toHaveTextContent('1 234 pixels differ');
  await user.click(screen.getByRole('button', { name: 'Difference' }));
  expect(within(item).getByRole('img')).toHaveAttribute('src', '/api/overlays/rendered/c');
  const [call] = marquee.fake.callsOf(renderRoutes.startBatch);
  expect(call?.body).toMatchObject({ kind: 'compare', itemIds: ['demo.1001'], before: [filmsYaml] });
  expect(marquee.fake.callsOf(overlayFileRoutes.write)).toEqual([]);
});

test.each([
  ['stopped', { state: 'cancelled' as const }, 'Stopped after 3 of 7.'],
  ['broken off', { state: 'failed' as const, message: 'The worker is gone' }, 'The worker is gone.'],
  [
    'not whole',
    { state: 'succeeded' as const, failures: [{ itemId: 'demo.1', code: 'x', message: 'No poster' }] },
    '1 item could not be drawn: No poster.',
  ],
])('a comparison that was %s says so, and can be had again', async (_how, more, words) => {
  marquee.fake
    .answer(overlayFileRoutes.goldenSet, ['demo.1001'])
    .answer(renderRoutes.startBatch)
    .answer(renderRoutes.batch, {
      ...batchExample,
      endedAt: '2026-11-21T05:00:00.000Z',
      ...{ done: 3, total: 7, items: [], collisions: [], compared: [], failures: [], sheetUrl: null },
      ...more,
    });
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'drag rating' }));
  await user.keyboard('{Control>}s{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Save this file' });
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(words);
  await user.click(within(dialog).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(marquee.fake.callsOf(renderRoutes.startBatch)).toHaveLength(2));
});

test('a file that was changed elsewhere is told, with both texts, and nothing is lost', async () => {
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'drag rating' }));
  marquee.outside(filmsYaml.replace('text(4K)', 'text(UHD)'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^Save/ }));
  const conflict = await screen.findByRole('dialog', { name: 'This file was changed elsewhere' });
  expect(conflict).toHaveTextContent('text(UHD)');
  await user.click(within(conflict).getByRole('button', { name: 'Take theirs' }));
  await waitFor(() => expect(screen.getByTestId('saved-state')).not.toHaveTextContent('Draft'));
  await user.click(screen.getByRole('button', { name: 'Undo: Take the newer text' }));
  expect(await draft()).toContain('horizontal_offset: 77');
});

test('a draft of an earlier visit is offered and not written over until one has chosen', async () => {
  marquee.draft = filmsYaml.replace('font_size: 60', 'font_size: 99');
  const { user } = await opened('?layer=rating');
  await user.click(await screen.findByRole('button', { name: 'Go on with the draft' }));
  await user.click(screen.getByRole('button', { name: 'on stage: rating' }));
  expect(within(attribute('font_size')).getByRole('textbox')).toHaveValue('99');
});

test('a change made elsewhere meanwhile is told as it happens, and can be taken as a step', async () => {
  const { user, store } = await opened();
  await user.click(screen.getByRole('button', { name: 'drag rating' }));
  marquee.outside(filmsYaml.replace('text(4K)', 'text(UHD)'));
  const data = { fileId: FILE_ID, path: 'overlays/films.yml', etag: '"2"', by: 'Ben' };
  act(() =>
    applyEvent({ id: '1', topic: fileSaved.name, at: '2026-11-21T05:00:00.000Z', data }, store.dispatch),
  );
  await user.click(await screen.findByRole('button', { name: 'Take the newer text' }));
  expect(screen.getByTestId('saved-state')).not.toHaveTextContent('Draft');
  await user.click(screen.getByRole('button', { name: 'Undo: Take the newer text' }));
  expect(screen.getByTestId('saved-state')).toHaveTextContent('Draft');
});

test('collisions are listed with their items, and lead to them', async () => {
  const batch = {
    ...batchExample,
    kind: 'collisions' as const,
    state: 'succeeded' as const,
    endedAt: '2026-11-21T05:00:00.000Z',
    done: 1,
    items: [],
    compared: [],
    failures: [],
    sheetUrl: null,
    collisions: [
      {
        itemId: 'demo.1001',
        title: 'The Lantern Keeper',
        kind: 'overlap' as const,
        first: 'rating',
        second: '4k',
        box: { x: 0, y: 0, width: 30, height: 20 },
      },
    ],
  };
  marquee.fake.answer(renderRoutes.startBatch).answer(renderRoutes.batch, batch);
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'Check for collisions' }));
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await user.click(await screen.findByRole('button', { name: /rating and 4k overlap by 30 × 20 px/ }));
  expect(screen.getByTestId('stage').dataset.selection).toBe('rating 4k');
  expect(marquee.fake.callsOf(renderRoutes.startBatch)[0]?.body).toMatchObject({
    kind: 'collisions',
    libraryId: 'demo.1',
    files: [filmsYaml],
  });
});

test('a version is looked at and brought back as a step', async () => {
  marquee.fake.answer(overlayFileRoutes.version, {
    id: 'v1',
    number: 1,
    savedAt: '2026-11-21T05:00:00.000Z',
    by: 'Ada',
    message: 'The first',
    sizeBytes: 1,
    text: 'overlays:\n  old:\n    overlay: old\n    plex_all: true\n',
  });
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'Versions' }));
  await screen.findByRole('region', { name: 'What this version would change' });
  await user.click(screen.getByRole('button', { name: 'Restore version 1' }));
  expect(layers()).toEqual(['old']);
  expect(screen.getByRole('button', { name: 'Undo: Restore version 1' })).toBeEnabled();
});

test('what a template makes shows its variables and is not opened for drawing', async () => {
  marquee.outside(
    'overlays:\n  ribbon:\n    template: {name: standard, key: gold}\ntemplates:\n  standard: {}\n',
  );
  await opened('?layer=ribbon');
  const panel = screen.getByRole('region', { name: 'Properties' });
  expect(panel).toHaveTextContent('Made by the template standard');
  expect(within(panel).getByText('gold')).toBeInTheDocument();
  expect(within(panel).queryByRole('group', { name: 'font_size' })).not.toBeInTheDocument();
});

test('a viewer is told who may change overlays', async () => {
  renderApp(`/overlays/edit/${FILE_ID}`, aSession({ role: 'viewer' }));
  expect(await screen.findByRole('heading', { name: 'This page is for editors' })).toBeInTheDocument();
});
