import '../../i18n/setup.ts';
import { blockTemplateRoutes, overlayFileRoutes } from '@marquee/contracts';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Provider } from 'react-redux';
import { createStore } from '../../app/store.ts';
import { signedIn } from '../../session/session-slice.ts';
import { aSession } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import SaveTemplate from './save-template.tsx';

const OVERLAYS = `overlays:
  Corner:
    overlay: {name: text(A)}
  Seasons:
    builder_level: season # each
    overlay: {name: text(B)}
`;

function open(text: string, line: number) {
  const store = createStore();
  store.dispatch(signedIn(aSession()));
  const told: string[] = [];
  render(
    <Provider store={store}>
      <SaveTemplate text={text} line={line} onSaved={(words) => told.push(words)} onClose={() => undefined} />
    </Provider>,
  );
  return { told, user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }) };
}

test('an overlay of the file is kept among the templates of overlays, for what it is drawn on', async () => {
  const marquee = new FakeMarquee().answer(overlayFileRoutes.saveTemplate);
  const { told, user } = open(OVERLAYS, 5);
  const title = await screen.findByRole('textbox', { name: 'Title' });
  expect(title).toHaveValue('Seasons');
  await user.clear(title);
  await user.type(title, 'Mine');
  await user.click(screen.getByRole('button', { name: 'Save the template' }));
  await waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]).toMatch(/is on offer where layers are added/);
  expect(marquee.callsOf(overlayFileRoutes.saveTemplate).map(({ body }) => body)).toEqual([
    {
      ...{ title: 'Mine', level: 'season' },
      yaml: 'builder_level: season # each\noverlay: {name: text(B)}\n',
    },
  ]);
});

test('what is refused stays open with its reason', async () => {
  new FakeMarquee().fail(overlayFileRoutes.saveTemplate, 'overlay.invalid');
  const { told, user } = open(OVERLAYS, 1);
  await user.click(await screen.findByRole('button', { name: 'Save the template' }));
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(told).toEqual([]);
});

test('a collection is kept among the templates of blocks', async () => {
  const marquee = new FakeMarquee().answer(blockTemplateRoutes.save);
  const { told, user } = open('collections:\n  Best:\n    plex_all: true\n', 1);
  await user.click(await screen.findByRole('button', { name: 'Save the template' }));
  await waitFor(() => expect(told).toHaveLength(1));
  expect(marquee.callsOf(blockTemplateRoutes.save)[0]?.body).toMatchObject({
    kind: 'collection',
    name: 'Best',
  });
});
