import { overlayFileRoutes } from '@marquee/contracts';
import { screen, waitFor } from '@testing-library/react';
import { renderApp } from '../../../testing/render-app.tsx';
import { FILE_ID, OverlayMarquee } from '../testing/overlay-marquee.ts';
import { FIRST_LOOK } from './first-look.ts';

jest.mock('../stage/stage.tsx', () => jest.requireActual('../testing/stage-stand-in.tsx'));

let marquee: OverlayMarquee;
beforeEach(() => {
  marquee = new OverlayMarquee();
});
const WHAT = /This is a film of the demo/;

test('a newcomer is led to a film in the editor, with a hint that can be put away and stays away', async () => {
  const { user } = renderApp(FIRST_LOOK);
  expect(await screen.findByText(WHAT)).toBeInTheDocument();
  expect(window.location.pathname).toBe(`/overlays/edit/${FILE_ID}`);
  expect((await screen.findByTestId('stage')).dataset.selection).toBe('rating');
  expect(screen.getByRole('link', { name: 'Go to the dashboard' })).toHaveAttribute('href', '/');
  await user.click(screen.getByRole('button', { name: 'Close this hint' }));
  expect(screen.queryByText(WHAT)).not.toBeInTheDocument();
  expect(window.location.search).toBe('?layer=rating');
});

test('who has been there before is led to the dashboard', async () => {
  const { unmount } = renderApp(FIRST_LOOK);
  await screen.findByText(WHAT);
  unmount();
  renderApp(FIRST_LOOK);
  await waitFor(() => expect(window.location.pathname).toBe('/'));
});

test.each([
  ['there are none', () => marquee.fake.answer(overlayFileRoutes.list, [])],
  ['they cannot be listed', () => marquee.fake.fail(overlayFileRoutes.list, 'service.unavailable')],
])(
  'where overlays are to be looked at but %s, the dashboard is shown; the first look is still to come',
  async (_why, arrange) => {
    arrange();
    renderApp(FIRST_LOOK);
    await waitFor(() => expect(window.location.pathname).toBe('/'));
    expect(window.localStorage.getItem('marquee-first-look')).toBeNull();
  },
);
