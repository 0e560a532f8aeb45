import { type CheckingWire, createCheckingClient } from './checking-client.ts';
import type { FromChecking, ToChecking } from './messages.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function open() {
  const sent: ToChecking[] = [];
  const checked = jest.fn();
  const wire: CheckingWire = {
    postMessage: (message) => sent.push(message),
    onmessage: null,
    terminate: jest.fn(),
  };
  const client = createCheckingClient(wire, checked);
  const answer = (message: FromChecking) => wire.onmessage?.(new MessageEvent('message', { data: message }));
  const checks = () => sent.filter(({ kind }) => kind === 'check');
  return { sent, checked, client, answer, checks };
}
const done = (ticket: number): FromChecking => ({ kind: 'checked', ticket, problems: [], tookMs: 1 });

test('texts that come at once are checked together', () => {
  const { client, checks } = open();
  client.folder(['a.yml', 'b.yml']);
  client.text('a.yml', 'x');
  client.text('b.yml', 'y');
  jest.runAllTimers();
  expect(checks()).toHaveLength(1);
});

test('what is typed during a check makes its answer void, and is checked after it', () => {
  const { client, checks, checked, answer } = open();
  client.text('a.yml', 'x');
  jest.runAllTimers();
  client.text('a.yml', 'xy');
  jest.runAllTimers();
  expect(checks()).toHaveLength(1);
  answer(done(1));
  expect(checked).not.toHaveBeenCalled();
  jest.runAllTimers();
  expect(checks()).toHaveLength(2);
  answer(done(2));
  expect(checked).toHaveBeenCalledTimes(1);
});

test('each search hears its own answer', async () => {
  const { client, answer, sent } = open();
  const first = client.find({ words: 'a', matchCase: false });
  const second = client.find({ words: 'b', matchCase: false });
  const [one, two] = sent.flatMap((message) => (message.kind === 'find' ? [message.ticket] : []));
  answer({ kind: 'found', ticket: two ?? 0, found: { files: [], more: true } });
  answer({ kind: 'found', ticket: one ?? 0, found: { files: [], more: false } });
  expect(await first).toMatchObject({ more: false });
  expect(await second).toMatchObject({ more: true });
});
