import fc from 'fast-check';
import { decodeNotification } from './events.ts';

const message = (container: object) => JSON.stringify({ NotificationContainer: container });

test('what is played is read', () => {
  const PlaySessionStateNotification = [
    { sessionKey: '4', ratingKey: '31', key: '/library/metadata/31', state: 'paused', viewOffset: 1200 },
  ];
  expect(decodeNotification(message({ type: 'playing', size: 1, PlaySessionStateNotification }))).toEqual({
    events: [{ type: 'playing', ...PlaySessionStateNotification[0] }],
  });
});

test.each([
  [0, 'created'],
  [3, 'processing'],
  [5, 'processed'],
  [9, 'deleted'],
])('timeline state %i means %s', (state, phase) => {
  const TimelineEntry = [
    { identifier: 'com.plexapp.plugins.library', itemID: 31, sectionID: '-1', type: 1, state, title: 'x' },
  ];
  expect(decodeNotification(message({ type: 'timeline', size: 1, TimelineEntry }))).toMatchObject({
    events: [{ type: 'timeline', ratingKey: '31', sectionId: null, itemType: 1, phase }],
  });
});

test('activities, progress and status are read; other kinds keep their name', () => {
  const activity = {
    event: 'updated',
    uuid: 'u',
    Activity: {
      type: 'library.update.section',
      title: 'Scanning',
      progress: '40',
      Context: { librarySectionID: '2' },
    },
  };
  expect(decodeNotification(message({ type: 'activity', ActivityNotification: [activity] }))).toMatchObject({
    events: [
      {
        type: 'activity',
        event: 'updated',
        activity: 'library.update.section',
        progress: 40,
        sectionId: '2',
      },
    ],
  });
  expect(
    decodeNotification(message({ type: 'progress', ProgressNotification: [{ message: 'Half' }] })),
  ).toEqual({
    events: [{ type: 'progress', message: 'Half' }],
  });
  const StatusNotification = [{ title: 'Scan', description: 'done', notificationName: 'LIBRARY_UPDATE' }];
  expect(decodeNotification(message({ type: 'status', StatusNotification }))).toEqual({
    events: [{ type: 'status', name: 'LIBRARY_UPDATE', title: 'Scan', description: 'done' }],
  });
  expect(
    decodeNotification(message({ type: 'reachability', size: 1, ReachabilityNotification: [{}] })),
  ).toEqual({
    events: [{ type: 'other', name: 'reachability' }],
  });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"NotificationContainer":{}}',
  '{"NotificationContainer":{"type":"playing","PlaySessionStateNotification":[{}]}}',
])('the message %s is unreadable, and says why', (text) => {
  expect(decodeNotification(text)).toEqual({ unreadable: expect.stringMatching(/./) });
});

test('no message makes the reader fail', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.object().map(message)), (text) => {
      decodeNotification(text);
    }),
  );
});
