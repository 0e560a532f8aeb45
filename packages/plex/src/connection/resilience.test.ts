import { clientFor, sendXml, startPlexServer, withPlex } from '../testing/plex-server.ts';

const identity = '<MediaContainer machineIdentifier="m" version="1"/>';
const breaker = { failures: 5, halfOpenMs: 10_000 };
const single = { retry: { attempts: 1 }, breaker };
type Faked = 'Date' | 'setTimeout';
/** Only what is named stands still; everything else is real, sockets above all. */
const holdStill = (held: Faked) => {
  const real = [
    'nextTick',
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'queueMicrotask',
  ] as const;
  const timers = ['setTimeout', 'clearTimeout'] as const;
  jest.useFakeTimers({
    now: 1_000_000,
    doNotFake: [...real, 'performance', 'hrtime', ...(held === 'Date' ? timers : (['Date'] as const))],
  });
};
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('after five failures in a row Plex is left alone, one probe is let through later, and its success ends it', async () => {
  holdStill('Date');
  let healthy = false;
  const warnings: string[] = [];
  const log = { debug: () => {}, warn: (_: object, message: string) => warnings.push(message) };
  await withPlex(
    (_, response) => (healthy ? sendXml(response, identity) : response.writeHead(503).end()),
    async (plex, { received }) => {
      const ask = () => plex.server.identity();
      for (let time = 0; time < 5; time += 1)
        await expect(ask()).rejects.toMatchObject({ code: 'plex.unreachable' });
      await expect(ask()).rejects.toMatchObject({
        code: 'plex.unreachable',
        details: [{ message: expect.stringMatching(/not asked/) }],
        headers: { 'Retry-After': '10' },
      });
      expect(received).toHaveLength(5);

      jest.setSystemTime(1_011_000);
      await expect(ask()).rejects.toMatchObject({ code: 'plex.unreachable' });
      expect(received).toHaveLength(6);
      await expect(ask()).rejects.toMatchObject({
        details: [{ message: expect.stringMatching(/not asked/) }],
      });
      expect(received).toHaveLength(6);

      healthy = true;
      jest.setSystemTime(1_022_000);
      await ask();
      await ask();
      expect(received).toHaveLength(8);
      const left = 'Plex fails; it is left alone for 10000 ms';
      expect(warnings).toEqual([left, left, 'Plex answers again']);
    },
    { ...single, log },
  );
});

test('answers that are merely no do not open the breaker', () =>
  withPlex(
    (_, response) => response.writeHead(404).end(),
    async (plex, { received }) => {
      for (let time = 0; time < 8; time += 1) {
        await expect(plex.metadata.get('1')).rejects.toMatchObject({ code: 'item.not-found' });
      }
      expect(received).toHaveLength(8);
    },
    single,
  ));

test('a no between failures shows that Plex lives', async () => {
  let asked = 0;
  await withPlex(
    (_, response) => {
      asked += 1;
      response.writeHead(asked % 4 === 0 ? 404 : 503).end();
    },
    async (plex) => {
      for (let time = 0; time < 12; time += 1) await expect(plex.metadata.get('1')).rejects.toThrow();
      expect(asked).toBe(12);
    },
    single,
  );
});

test('pictures that Plex cannot make do not shut the whole server off', () =>
  withPlex(
    ({ path }, response) =>
      path === '/identity' ? sendXml(response, identity) : response.writeHead(500).end(),
    async (plex) => {
      for (let time = 0; time < 8; time += 1) {
        await expect(plex.images.download('/library/metadata/1/thumb/1')).rejects.toMatchObject({
          code: 'plex.bad-answer',
        });
      }
      expect(await plex.server.identity()).toMatchObject({ machineIdentifier: 'm' });
    },
    single,
  ));

test.each(['destroyed', 'status 503', 'status 429'])(
  'a change that was sent is never sent twice (%s)',
  (how) =>
    withPlex(
      (_, response) => {
        if (how === 'destroyed') response.destroy();
        else response.writeHead(Number(how.slice(-3))).end();
      },
      async (plex, { received }) => {
        await expect(plex.artwork.select('1', 'poster', 'upload://posters/x')).rejects.toMatchObject({
          code: 'plex.unreachable',
        });
        expect(received).toHaveLength(1);
      },
    ),
);

test('a change whose connection was refused is tried again, because nothing had been sent', async () => {
  const gone = await startPlexServer((_, response) => response.end());
  await gone.close();
  const lines: string[] = [];
  const plex = clientFor(gone.url, { breaker: { failures: 3, halfOpenMs: 10_000 } });
  await plex.artwork.select('1', 'poster', 'x').catch((error: Error) => lines.push(error.message));
  // Three refusals are what opened the breaker, so there were three tries.
  await expect(plex.server.identity()).rejects.toMatchObject({
    details: [{ message: expect.stringMatching(/not asked: the last 3 tries failed/) }],
  });
  expect(lines).toHaveLength(1);
  plex.close();
});

test('a caller who gives up gets their own reason, at once, and the connection is dropped', async () => {
  let dropped = false;
  await withPlex(
    (_, response) => {
      response.on('close', () => {
        dropped = true;
      });
    },
    async (plex, { received }) => {
      const controller = new AbortController();
      const asking = plex.server.identity({ signal: controller.signal });
      while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
      controller.abort(new Error('changed my mind'));
      await expect(asking).rejects.toThrow('changed my mind');
      while (!dropped) await new Promise((resolve) => setImmediate(resolve));
      expect(received).toHaveLength(1);
    },
  );
});

test('a caller may give up between two tries, without waiting for the next', () => {
  const controller = new AbortController();
  // No wait ends by itself here; choosing its length is the sign that it begins.
  holdStill('setTimeout');
  jest.spyOn(Math, 'random').mockImplementation(() => {
    setImmediate(() => controller.abort(new Error('enough')));
    return 1;
  });
  return withPlex(
    (_, response) => response.writeHead(503).end(),
    async (plex, { received }) => {
      await expect(plex.server.identity({ signal: controller.signal })).rejects.toThrow('enough');
      expect(received).toHaveLength(1);
    },
  );
});

test('a signal that is already over stops a request before it is sent', () =>
  withPlex(
    (_, response) => response.end(),
    async (plex, { received }) => {
      await expect(
        plex.server.identity({ signal: AbortSignal.abort(new Error('too late')) }),
      ).rejects.toThrow('too late');
      expect(received).toHaveLength(0);
    },
  ));

test('reads share connections and changes do not', () =>
  withPlex(
    ({ path }, response) => (path === '/identity' ? sendXml(response, identity) : response.end()),
    async (plex, { server }) => {
      let connections = 0;
      server.on('connection', () => {
        connections += 1;
      });
      for (let time = 0; time < 4; time += 1) await plex.server.identity();
      expect(connections).toBe(1);
      for (let time = 0; time < 3; time += 1) await plex.artwork.select('1', 'poster', 'x');
      expect(connections).toBe(4);
    },
  ));
