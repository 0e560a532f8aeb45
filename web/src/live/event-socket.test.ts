import { FakeSocket } from '../testing/fake-socket.ts';
import { followEventSocket } from './event-socket.ts';
import { pauseBefore } from './pause-before.ts';

const LONGEST_MS = 10_000;
let stop = () => {};
let tickets: (string | null)[];
const listener = { onOpen: jest.fn(), onLost: jest.fn(), onEvent: jest.fn(), onGap: jest.fn() };
const stopStream = jest.fn();
const stream = jest.fn(() => stopStream);

beforeEach(() => {
  jest.useFakeTimers();
  jest.clearAllMocks();
  FakeSocket.opened.length = 0;
  tickets = [];
  follow();
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

function follow(): void {
  stop();
  stop = followEventSocket(listener, {
    ticket: async () => (tickets.length > 0 ? (tickets.shift() ?? null) : `t${FakeSocket.opened.length + 1}`),
    open: (url) => new FakeSocket(url),
    stream,
  });
}

const passing = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('it opens with a ticket of its own and tells what comes', async () => {
  await passing(0);
  const { address } = FakeSocket.newest;
  expect(address.protocol).toBe('ws:');
  expect(address.pathname).toBe('/ws/status');
  expect(address.searchParams.get('ticket')).toBe('t1');
  expect(address.searchParams.has('since')).toBe(false);
  FakeSocket.newest.open();
  FakeSocket.newest.send('moon.landed', { where: 'near side' }, 'e-7');
  expect(listener.onOpen).toHaveBeenCalledTimes(1);
  expect(listener.onEvent).toHaveBeenCalledWith(expect.objectContaining({ topic: 'moon.landed', id: 'e-7' }));
});

test('after a cut it goes on where it stopped, with a new ticket', async () => {
  await passing(0);
  FakeSocket.newest.open();
  FakeSocket.newest.send('moon.landed', {}, 'e-7');
  FakeSocket.newest.lose();
  expect(listener.onLost).toHaveBeenCalledTimes(1);
  await passing(LONGEST_MS);
  expect(FakeSocket.opened).toHaveLength(2);
  expect(FakeSocket.newest.address.searchParams.get('since')).toBe('e-7');
  expect(FakeSocket.newest.address.searchParams.get('ticket')).toBe('t2');
  FakeSocket.newest.open();
  expect(listener.onGap).not.toHaveBeenCalled();
});

test('what was missed before anything was heard is a gap', async () => {
  await passing(0);
  FakeSocket.newest.open();
  FakeSocket.newest.lose();
  await passing(LONGEST_MS);
  FakeSocket.newest.open();
  expect(listener.onGap).toHaveBeenCalledTimes(1);
});

test('where no WebSocket gets through the event stream takes over', async () => {
  for (let tries = 0; tries < 3; tries += 1) {
    await passing(LONGEST_MS);
    expect(stream).not.toHaveBeenCalled();
    FakeSocket.newest.lose();
  }
  expect(stream).toHaveBeenCalledTimes(1);
  await passing(LONGEST_MS * 3);
  expect(FakeSocket.opened).toHaveLength(3);
  stop();
  expect(stopStream).toHaveBeenCalledTimes(1);
});

test('without a ticket it is Marquee that is gone: it waits instead of trying another way', async () => {
  tickets = [null, null, null, null, null, 'back'];
  follow();
  await passing(LONGEST_MS * 6);
  expect(stream).not.toHaveBeenCalled();
  expect(FakeSocket.newest.address.searchParams.get('ticket')).toBe('back');
});

test('once stopped it opens nothing more', async () => {
  await passing(0);
  FakeSocket.newest.open();
  stop();
  expect(FakeSocket.newest.closed).toBe(true);
  FakeSocket.newest.lose();
  await passing(LONGEST_MS);
  expect(FakeSocket.opened).toHaveLength(1);
});

test('pauses grow up to half a minute and are never the same for everybody', () => {
  expect(pauseBefore(1, () => 0)).toBe(500);
  expect(pauseBefore(1, () => 1)).toBe(1000);
  expect(pauseBefore(3, () => 1)).toBe(4000);
  expect(pauseBefore(40, () => 1)).toBe(LONGEST_MS);
});
