import { call, startPlex, stopAll } from './testing/running-plex.ts';
import { pixel } from './testing/small-library.ts';

afterEach(async () => {
  expect(await stopAll()).toEqual([]);
});

describe('the fault switch', () => {
  test('refuses some requests and lets the others pass', async () => {
    const plex = await startPlex({
      faults: [
        { method: 'POST', path: '/library/metadata/*/posters', effect: { kind: 'status', status: 500 } },
      ],
    });
    expect((await call(plex, '/library/metadata/101/posters', { method: 'POST', body: pixel })).status).toBe(
      500,
    );
    expect((await call(plex, '/library/metadata/101/posters')).status).toBe(200);
    expect(plex.state.items[0]?.pictures.poster?.choices).toHaveLength(1);
  });

  test('can wait, strike a number of times and be taken away', async () => {
    const plex = await startPlex();
    const mend = plex.faults.add({
      path: '/library*',
      skip: 1,
      times: 2,
      effect: { kind: 'status', status: 503 },
    });
    const statuses = [];
    for (let at = 0; at < 4; at += 1) statuses.push((await call(plex, '/library/sections')).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    mend();
    plex.faults.add({ path: '*', effect: { kind: 'status', status: 503 } });
    plex.faults.clear();
    expect((await call(plex, '/library')).status).toBe(200);
  });

  test('concerns a query when it names one', async () => {
    const plex = await startPlex();
    plex.faults.add({
      path: '/library/sections/1/all',
      query: 'type=18',
      effect: { kind: 'status', status: 401 },
    });
    expect((await call(plex, '/library/sections/1/all?type=18')).status).toBe(401);
    expect((await call(plex, '/library/sections/1/all?type=1')).status).toBe(200);
  });

  test('cuts an answer in the middle', async () => {
    const plex = await startPlex();
    plex.faults.add({ path: '/library/sections', effect: { kind: 'cut' } });
    const answer = await call(plex, '/library/sections');
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  test('writes what nobody can read', async () => {
    const plex = await startPlex();
    plex.faults.add({ path: '/', effect: { kind: 'malformed' } });
    expect(await (await call(plex, '/')).text()).toBe('<MediaContainer size="1"><Vid');
  });

  test('keeps a client waiting until it gives up', async () => {
    const plex = await startPlex();
    plex.faults.add({ path: '/', effect: { kind: 'delay', milliseconds: 60_000 } });
    await expect(call(plex, '/', { signal: AbortSignal.timeout(30) })).rejects.toThrow(/abort|timeout/i);
  });
});
