import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { PlexStandIn } from './plex-stand-in.ts';
import { call, startPlex, stopAll } from './testing/running-plex.ts';

afterEach(async () => {
  expect(await stopAll()).toEqual([]);
});

describe('listeners', () => {
  const change = (plex: PlexStandIn) =>
    call(plex, '/library/sections/1/all?id=101&title.value=T', { method: 'PUT' });
  const timeline = {
    NotificationContainer: {
      type: 'timeline',
      size: 1,
      TimelineEntry: [
        {
          identifier: 'com.plexapp.plugins.library',
          sectionID: '1',
          itemID: '101',
          type: 1,
          title: 'T',
          state: 5,
        },
      ],
    },
  };

  test('hear of changes by WebSocket', async () => {
    const plex = await startPlex();
    const socket = new WebSocket(
      `${plex.url.replace('http', 'ws')}/:/websockets/notifications?X-Plex-Token=${plex.token}`,
    );
    await once(socket, 'open');
    const heard = once(socket, 'message');
    await change(plex);
    const [message] = await heard;
    expect(JSON.parse(String(message))).toEqual(timeline);
    socket.close();
  });

  test('hear of plays as they go', async () => {
    const plex = await startPlex();
    const socket = new WebSocket(
      `${plex.url.replace('http', 'ws')}/:/websockets/notifications?X-Plex-Token=${plex.token}`,
    );
    await once(socket, 'open');
    const heard = once(socket, 'message');
    await call(plex, '/:/timeline?ratingKey=102&state=playing&time=4000&duration=7000000');
    const [message] = await heard;
    expect(JSON.parse(String(message)).NotificationContainer).toMatchObject({
      type: 'playing',
      PlaySessionStateNotification: [{ ratingKey: '102', state: 'playing', viewOffset: 4000 }],
    });
    socket.close();
  });

  test('hear of changes as an event stream', async () => {
    const plex = await startPlex();
    const stream = await call(plex, '/:/eventsource/notifications');
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    await change(plex);
    let text = '';
    for await (const chunk of stream.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      if (text.endsWith('\n\n') && text.includes('data:')) break;
    }
    const [, event, data] = /event: (\w+)\ndata: (.*)\n\n/.exec(text) ?? [];
    expect([event, JSON.parse(data ?? '')]).toEqual(['timeline', timeline]);
  });

  test('need a token', async () => {
    const plex = await startPlex();
    const socket = new WebSocket(
      `${plex.url.replace('http', 'ws')}/:/websockets/notifications?X-Plex-Token=no`,
    );
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('401');
    expect((await fetch(`${plex.url}/:/eventsource/notifications`)).status).toBe(401);
  });
});
