import { prepareProgressed } from '@marquee/contracts';
import { FakeStream } from '../testing/fake-stream.ts';
import { followEvents } from './event-stream.ts';

beforeEach(() => {
  jest.useFakeTimers();
  FakeStream.opened.length = 0;
});
afterEach(() => jest.useRealTimers());

function follow() {
  const heard: string[] = [];
  const stop = followEvents(
    {
      onOpen: () => heard.push('open'),
      onLost: () => heard.push('lost'),
      onGap: () => heard.push('gap'),
      onEvent: ({ topic }) => heard.push(topic),
    },
    (url) => new FakeStream(url),
  );
  return { heard, stop };
}

test('events are heard under their topic; what is no event is passed over', () => {
  const { heard } = follow();
  FakeStream.newest.open();
  FakeStream.newest.send(prepareProgressed.name, {});
  FakeStream.newest.onmessage?.(new MessageEvent('message', { data: '{"hello":1}' }));
  expect(FakeStream.newest.url).toBe('/api/events');
  expect(heard).toEqual(['open', 'library.prepare-progressed']);
});

test('a short cut is left to the browser, which resumes by itself', () => {
  const { heard } = follow();
  FakeStream.newest.open();
  FakeStream.newest.lose();
  jest.runAllTimers();
  expect(FakeStream.opened).toHaveLength(1);
  FakeStream.newest.open();
  expect(heard).toEqual(['open', 'lost', 'open']);
});

test('a refused stream is opened anew, and what was missed counts as a gap', () => {
  const { heard } = follow();
  FakeStream.newest.lose({ forGood: true });
  jest.runAllTimers();
  expect(FakeStream.opened).toHaveLength(2);
  FakeStream.newest.open();
  expect(heard).toEqual(['lost', 'open', 'gap']);
});

test('a gap that the server tells is passed on', () => {
  const { heard } = follow();
  FakeStream.newest.send('gap', { message: 'Some events are no longer kept.' });
  expect(heard).toEqual(['gap']);
});

test('after stopping nothing is opened again', () => {
  const { stop } = follow();
  FakeStream.newest.lose({ forGood: true });
  stop();
  jest.runAllTimers();
  expect(FakeStream.opened).toHaveLength(1);
  expect(FakeStream.newest.readyState).toBe(2);
});
