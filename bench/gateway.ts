import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { libraryRoutes } from '@marquee/contracts';
import { createGateway, httpUpstream } from '@marquee/gateway';
import {
  createLogger,
  createSecrets,
  createServiceApp,
  listen,
  loopbackOperator,
  memoryBus,
} from '@marquee/service-kit';
import { median, quantile, type Table } from './table.ts';

const ROUNDS = 7;
const REQUESTS_PER_ROUND = 3000;
const log = createLogger({ service: 'bench', level: 'silent' });
const authenticate = loopbackOperator();

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
};

async function serveService(): Promise<string> {
  const service = createServiceApp({ name: 'config', version: '0', log, authenticate });
  service.serve(libraryRoutes.list, async () => Array.from({ length: 8 }, () => library));
  return (await listen(service.app, { port: 0 })).url ?? '';
}

async function serveGateway(serviceUrl: string): Promise<string> {
  const gateway = createGateway({
    version: '0',
    mode: 'distributed',
    demo: false,
    upstreams: { config: httpUpstream('config', { url: serviceUrl }) },
    bus: memoryBus(),
    keys: { check: async () => ({ name: 'keys', state: 'ok', message: '' }) },
    authenticate,
    log,
    secrets: createSecrets(),
    serveWeb: undefined,
    diskSpace: async () => ({ path: '/', freeBytes: 0, totalBytes: 0 }),
  });
  await gateway.start();
  return (await listen(gateway.app, { port: 0 })).url ?? '';
}

/** Service and gateway are processes of their own, as in life. */
async function startChild(role: 'service' | 'gateway', serviceUrl = '') {
  const child = fork(fileURLToPath(import.meta.url), [], {
    env: { ...process.env, MARQUEE_BENCH_ROLE: role, MARQUEE_BENCH_SERVICE: serviceUrl },
  });
  const [url] = await once(child, 'message');
  return { url: String(url), stop: () => child.kill() };
}

function ask(url: URL, agent: Agent): Promise<number> {
  const started = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    request({ host: url.hostname, port: url.port, path: '/api/libraries', agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`Answered ${answer.statusCode}`));
      answer.resume().on('end', () => resolve(Number(process.hrtime.bigint() - started) / 1e6));
    })
      .on('error', reject)
      .end();
  });
}

async function round(url: string, connections: number): Promise<{ times: number[]; perSecond: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(url);
  const times: number[] = [];
  const started = process.hrtime.bigint();
  let left = REQUESTS_PER_ROUND;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left > 0) {
        left -= 1;
        times.push(await ask(target, agent));
      }
    }),
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  agent.destroy();
  return { times, perSecond: REQUESTS_PER_ROUND / seconds };
}

async function run(): Promise<Table> {
  const service = await startChild('service');
  const gateway = await startChild('gateway', service.url);
  const rows: (string | number)[][] = [];
  let addedAtRest = 0;
  for (const connections of [1, 16]) {
    await round(service.url, connections);
    await round(gateway.url, connections);
    const direct: Awaited<ReturnType<typeof round>>[] = [];
    const through: typeof direct = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      direct.push(await round(service.url, connections));
      through.push(await round(gateway.url, connections));
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
      `GET /api/libraries, ${ROUNDS} interleaved rounds of ${REQUESTS_PER_ROUND} requests, medians; service, gateway and load are three processes on the same cores.`,
      `Added p50 at one connection: ${addedAtRest.toFixed(2)} ms (goal: at most 2 ms).`,
    ],
    pass: addedAtRest <= 2,
  };
}

const role = process.env.MARQUEE_BENCH_ROLE;
if (role === 'service') process.send?.(await serveService());
if (role === 'gateway') process.send?.(await serveGateway(process.env.MARQUEE_BENCH_SERVICE ?? ''));

export default { name: 'gateway', run };
