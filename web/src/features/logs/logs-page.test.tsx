import {
  LOG_LINE_TOPIC,
  type LogLine,
  libraryRoutes,
  logRoutes,
  signInRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { FakeSocket } from '../../testing/fake-socket.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const WebSocketOfJsdom = window.WebSocket;

function aLine(number: number, more: Partial<LogLine> = {}): LogLine {
  return {
    id: String(number),
    at: '2026-11-21T05:10:00.000Z',
    service: 'config',
    level: 'info',
    message: `Line ${number}`,
    requestId: null,
    fields: {},
    ...more,
  };
}

// What jsdom does not lay out: a list that is high enough to show lines.
beforeAll(() =>
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 }),
);
afterAll(() => Reflect.deleteProperty(HTMLElement.prototype, 'clientHeight'));

beforeEach(() => {
  FakeSocket.opened.length = 0;
  window.WebSocket = FakeSocket as unknown as typeof WebSocket;
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(libraryRoutes.list)
    .answer(signInRoutes.ticket)
    .answer(logRoutes.list, { entries: [aLine(2), aLine(1)], total: 2, nextCursor: null });
});
afterEach(() => {
  window.WebSocket = WebSocketOfJsdom;
});

const texts = () =>
  screen.getAllByTestId('log-line').map((row) => /Line \d+/.exec(row.textContent ?? '')?.[0]);
const socket = () =>
  waitFor(() => {
    const found = FakeSocket.opened.findLast(({ address }) => address.pathname === '/ws/logs');
    if (!found) throw new Error('No socket for the logs yet');
    return found;
  });

async function opened() {
  const app = renderApp('/logs');
  await screen.findAllByTestId('log-line');
  return { ...app, log: screen.getByRole('log') };
}

test('the last lines stand oldest first, and new ones come live, each once', async () => {
  await opened();
  expect(texts()).toEqual(['Line 1', 'Line 2']);
  const live = await socket();
  expect(live.address.searchParams.get('since')).toBe('2');
  act(() => {
    live.open();
    live.send(LOG_LINE_TOPIC, aLine(2), '2');
    live.send(LOG_LINE_TOPIC, aLine(3), '3');
  });
  await waitFor(() => expect(texts()).toEqual(['Line 1', 'Line 2', 'Line 3']));
  expect(screen.getByText('New lines appear as they are written.')).toBeInTheDocument();
});

test('whoever scrolls up to read is left alone; what came meanwhile is counted', async () => {
  const { log, user } = await opened();
  Object.defineProperties(log, {
    scrollHeight: { value: 2000 },
    clientHeight: { value: 400 },
    scrollTop: { value: 100, writable: true },
  });
  fireEvent.scroll(log);
  expect(log).toHaveAttribute('data-following', 'false');
  const live = await socket();
  act(() => live.send(LOG_LINE_TOPIC, aLine(3), '3'));
  await user.click(await screen.findByRole('button', { name: '1 new line' }));
  expect(log).toHaveAttribute('data-following', 'true');
});

test('a filter is asked of Marquee and of the live lines alike', async () => {
  const { user } = await opened();
  await user.click(screen.getByRole('combobox', { name: 'Level' }));
  await user.click(screen.getByRole('option', { name: 'warn and above' }));
  await waitFor(() => expect(marquee.callsOf(logRoutes.list).at(-1)?.query.get('level')).toBe('warn'));
  await waitFor(async () => expect((await socket()).address.searchParams.get('level')).toBe('warn'));
});

test('when the filter hides every line it says so and offers to clear it', async () => {
  const { user } = await opened();
  marquee.answer(logRoutes.list, { entries: [], total: 0, nextCursor: null });
  await user.type(screen.getByRole('textbox', { name: 'Search lines' }), 'moon');
  expect(await screen.findByText('No line fits')).toBeInTheDocument();
  marquee.answer(logRoutes.list, { entries: [aLine(1)], total: 1, nextCursor: null });
  await user.click(screen.getByRole('button', { name: 'Clear all' }));
  expect(await screen.findByTestId('log-line')).toBeInTheDocument();
});

test('a line opens to all that was written with it, with its request id to copy', async () => {
  marquee.answer(logRoutes.list, {
    entries: [aLine(1, { requestId: 'req-9', fields: { server: 'plex' } })],
    total: 1,
    nextCursor: null,
  });
  const { user } = await opened();
  await user.click(within(screen.getByTestId('log-line')).getByRole('button'));
  const line = screen.getByTestId('log-line-open');
  expect(line).toHaveTextContent('server: plex');
  expect(within(line).getByRole('button', { name: 'Copy this line' })).toBeInTheDocument();
  expect(within(line).getByRole('button', { name: 'Copy the request id' })).toBeInTheDocument();
});

test('older lines are put before the others', async () => {
  marquee.answerBy(logRoutes.list, ({ query }) =>
    query.get('cursor') === 'back'
      ? { entries: [aLine(1)], total: 2, nextCursor: null }
      : { entries: [aLine(2)], total: 2, nextCursor: 'back' },
  );
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'Show older lines' }));
  await waitFor(() => expect(texts()).toEqual(['Line 1', 'Line 2']));
  expect(screen.queryByRole('button', { name: 'Show older lines' })).not.toBeInTheDocument();
});

test('a failure is told and can be tried again', async () => {
  marquee.fail(logRoutes.list, 'service.unavailable');
  renderApp('/logs');
  expect(await screen.findByRole('alert')).toHaveTextContent('A service of Marquee is not answering');
});
