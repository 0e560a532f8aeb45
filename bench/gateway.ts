import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraryRoutes } from '@marquee/contracts';
import { type GatewayDb, gatewayMigrations, httpUpstream, openGateway } from '@marquee/gateway';
import {
  bearerAuthenticate,
  createJwks,
  createLogger,
  createOutboundGuard,
  createSecrets,
  createServiceApp,
  fetchJwks,
  listen,
  memoryBus,
  openStore,
} from '@marquee/service-kit';
import { freePort } from '@marquee/testing';
import { z } from 'zod';
import { median, quantile, type Table } from './table.ts';

const ROUNDS = 7;
const REQUESTS_PER_ROUND = 3000;
const SERVICE_PORT = Number(process.env.MARQUEE_BENCH_SERVICE_PORT);
const Said = z.object({ url: z.string(), token: z.string() });
const log = createLogger({ service: 'bench', level: 'silent' });

const library = {
  id: 'demo.1',
  serverId: 'demo',
  title: 'Films',
  kind: 'movie' as const,
  counts: [{ kind: 'movie' as const, count: 64 }],
  agent: 'tv.plex.agents.movie',
  language: 'en-US',
  updatedAt: null,
  collage: ['demo.1001'],
  configured: null,
};

/** Verifies every token by the gateway's keys, as in life. */
async function serveService(gatewayUrl: string): Promise<string> {
  const findKey = createJwks(() => fetchJwks(gatewayUrl), { onError: (error) => console.error(error) });
  const service = createServiceApp({
    name: 'config',
    version: '0',
    log,
    authenticate: bearerAuthenticate(findKey),
  });
  service.serve(libraryRoutes.list, async () => Array.from({ length: 8 }, () => library));
  return (await listen(service.app, { port: SERVICE_PORT })).url ?? '';
}

async function serveGateway(): Promise<{ url: string; token: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-bench-'));
  const store = await openStore<GatewayDb>({
    file: join(folder, 'gateway.db'),
    migrations: gatewayMigrations,
  });
  const gateway = await openGateway(
    { MARQUEE_DATA: folder, MARQUEE_ALLOW_HTTP: 'no', MARQUEE_TRUST_PROXY: '' },
    {
      version: '0',
      mode: 'distributed',
      hasDemo: false,
      upstreams: {
        config: httpUpstream('config', { url: `http://127.0.0.1:${SERVICE_PORT}` }),
        // Nobody is there, and nobody is asked.
        renderer: httpUpstream('renderer', { url: 'http://127.0.0.1:1' }),
      },
      bus: memoryBus(),
      keys: { check: async () => ({ name: 'keys', state: 'ok', message: '' }) },
      ...{ store, log, guard: createOutboundGuard(), secrets: createSecrets(), now: () => new Date() },
      serveWeb: undefined,
      diskSpace: async () => ({ path: '/', freeBytes: 0, totalBytes: 0 }),
    },
  );
  await gateway.start();
  const { url } = await listen(gateway.app, { port: 0 });
  gateway.listensAt(url ?? '');
  const { people, sessions } = gateway.identity;
  const login = { origin: 'local' as const, passwordHash: 'none' };
  const user = await people.add({ name: 'Ada', role: 'admin', login, libraries: 'all' });
  const from = { address: '127.0.0.1', requestId: 'bench' };
  const { signedIn } = await sessions.begin(user, { method: 'password', userAgent: undefined, from });
  return { url: url ?? '', token: signedIn.accessToken };
}

/** Service and gateway are processes of their own, as in life. */
async function startChild(role: 'service' | 'gateway', env: Record<string, string>) {
  const child = fork(fileURLToPath(import.meta.url), [], {
    env: { ...process.env, MARQUEE_BENCH_ROLE: role, ...env },
  });
  const [said] = await once(child, 'message');
  return { ...Said.parse(said), stop: () => child.kill() };
}

function ask(url: URL, agent: Agent, token: string): Promise<number> {
  const started = process.hrtime.bigint();
  const headers = { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    request({ host: url.hostname, port: url.port, path: '/api/libraries', agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`Answered ${answer.statusCode}`));
      answer.resume().on('end', () => resolve(Number(process.hrtime.bigint() - started) / 1e6));
    })
      .on('error', reject)
      .end();
  });
}

async function round(url: string, token: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(url);
  const times: number[] = [];
  const started = process.hrtime.bigint();
  let left = REQUESTS_PER_ROUND;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left > 0) {
        left -= 1;
        times.push(await ask(target, agent, token));
      }
    }),
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  agent.destroy();
  return { times, perSecond: REQUESTS_PER_ROUND / seconds };
}

async function run(): Promise<Table> {
  const servicePort = String(await freePort());
  const gateway = await startChild('gateway', { MARQUEE_BENCH_SERVICE_PORT: servicePort });
  const service = await startChild('service', {
    MARQUEE_BENCH_SERVICE_PORT: servicePort,
    MARQUEE_BENCH_GATEWAY: gateway.url,
  });
  const { token } = gateway;
  const rows: (string | number)[][] = [];
  let addedAtRest = 0;
  for (const connections of [1, 16]) {
    await round(service.url, token, connections);
    await round(gateway.url, token, connections);
    const direct: Awaited<ReturnType<typeof round>>[] = [];
    const through: typeof direct = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      direct.push(await round(service.url, token, connections));
      through.push(await round(gateway.url, token, connections));
    }
    const of = (rounds: typeof direct) => ({
      p50: median(rounds.map(({ times }) => quantile(times, 0.5))),
      p99: median(rounds.map(({ times }) => quantile(times, 0.99))),
      perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    });
    const [d, t] = [of(direct), of(through)];
    if (connections === 1) addedAtRest = t.p50 - d.p50;
    for (const [name, m] of [
      ['direct', d],
      ['through the gateway', t],
    ] as const) {
      rows.push([
        connections,
        name,
        m.p50.toFixed(2),
        m.p99.toFixed(2),
        m.perSecond.toFixed(0),
        (m.perSecond / d.perSecond).toFixed(2),
      ]);
    }
  }
  gateway.stop();
  service.stop();
  return {
    title: 'What the gateway adds',
    columns: ['connections', 'way', 'p50 ms', 'p99 ms', 'requests/s', 'ratio'],
    rows,
    notes: [
      `GET /api/libraries with an access token that gateway and service both verify, ${ROUNDS} interleaved rounds of ${REQUESTS_PER_ROUND} requests, medians; service, gateway and load are three processes on the same cores.`,
      `Added p50 at one connection: ${addedAtRest.toFixed(2)} ms (goal: at most 2 ms).`,
    ],
    pass: addedAtRest <= 2,
  };
}

const { MARQUEE_BENCH_ROLE: role, MARQUEE_BENCH_GATEWAY: gatewayUrl = '' } = process.env;
if (role === 'service') process.send?.({ url: await serveService(gatewayUrl), token: '' });
if (role === 'gateway') process.send?.(await serveGateway());

export default { name: 'gateway', run };
