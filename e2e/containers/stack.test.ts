import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ItemSummary, Library, pageOf, SignedIn, SystemStatus } from '@marquee/contracts';
import { z } from 'zod';
import { bearer, owner, readSetupCode } from '../account.ts';
import { createVisitor } from '../traefik/visitor.ts';
import { until } from '../until.ts';
import { makeBaseImages } from './base-images.ts';
import { type Engine, startEngine } from './engine.ts';
import { type Saltbox, startOnSaltbox } from './saltbox.ts';
import { buildImages, type Stack, startStack } from './stack.ts';

jest.setTimeout(900_000);

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await makeBaseImages(engine);
  await buildImages(engine);
});
afterAll(() => engine?.end());

/** What a neighbour in this network is told, by a program of its own. */
const asNeighbour = (network: string, script: string) =>
  engine.docker('run', '--rm', '--network', network, 'node:22-bookworm-slim', 'node', '-e', script);

describe('docker-compose.yml', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack(engine);
  });
  afterAll(() => stack?.end());

  const containerOf = (service: string) => stack.compose('ps', '--quiet', service);
  const about = async (service: string, format: string) =>
    engine.docker('inspect', '--format', format, await containerOf(service));
  const processOf = async (service: string, file: string) =>
    readFile(`/proc/${await about(service, '{{.State.Pid}}')}/${file}`, 'utf8');

  test('the first admin is made, signs in and reads a library through Traefik', async () => {
    const { visitor, folder } = stack;
    const code = await readSetupCode(join(folder, 'gateway'));
    const made = await visitor.ask('/api/auth/setup', { method: 'POST', body: { code, ...owner } });
    expect(made.status).toBe(201);
    const signedIn = await visitor.ask('/api/auth/login', { method: 'POST', body: owner });
    expect(signedIn.status).toBe(200);
    expect(signedIn.headers['set-cookie']?.join()).toMatch(/__Host-marquee=[^;]+;.*Secure/);
    const headers = bearer(SignedIn.parse(signedIn.data).accessToken);

    const status = await until(
      async () => SystemStatus.parse((await visitor.ask('/api/system/status', { headers })).data),
      ({ state }) => state === 'ok',
    );
    expect(status).toMatchObject({ mode: 'distributed', demo: false });
    const libraries = z.array(Library).parse((await visitor.ask('/api/libraries', { headers })).data);
    const films = libraries.find(({ title }) => title === 'Films');
    const page = await visitor.ask(`/api/libraries/${films?.id}/items?limit=20`, { headers });
    const { entries } = pageOf(ItemSummary).parse(page.data);
    expect(entries).toHaveLength(20);
    const poster = await visitor.ask(`/api/items/${entries[0]?.id}/images/poster?width=360`, { headers });
    expect([poster.status, poster.headers['content-type']]).toEqual([200, 'image/jpeg']);
  });

  test('the web interface comes with its content policy, and plain http leads to https', async () => {
    const page = await stack.visitor.ask('/');
    expect([page.status, page.headers['content-security-policy']]).toEqual([
      200,
      expect.stringContaining("script-src 'self'"),
    ]);
    const plain = createVisitor({ port: stack.httpPort, host: 'marquee.test' });
    const { status, headers } = await plain.ask('/libraries?view=list');
    expect([status, headers.location]).toEqual([301, 'https://marquee.test/libraries?view=list']);
  });

  test('only Traefik is reachable from outside, and the broker and Redis are in a network without a way out', async () => {
    const running = (await engine.docker('ps', '--format', '{{.Names}} {{.Ports}}')).split('\n');
    expect(running).toHaveLength(7);
    const open = running.filter((line) => line.includes('->'));
    expect(open).toEqual([expect.stringMatching(/^marquee-test_traefik_1 /)]);
    for (const service of ['rabbitmq', 'redis']) {
      const networks = await about(
        service,
        '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}',
      );
      expect(networks.trim()).toBe('marquee-test_backend');
    }
    const internal = ['network', 'inspect', '--format', '{{.Internal}}', 'marquee-test_backend'];
    expect(await engine.docker(...internal)).toBe('true');
  });

  test('a neighbour that forges who it is and where it comes from is nobody', async () => {
    const script = `
    const headers = { 'remote-user': 'Ada', 'x-forwarded-user': 'Ada', 'x-forwarded-for': '127.0.0.1' };
    fetch('http://gateway:8080/api/libraries', { headers }).then(({ status }) => console.log(status));`;
    expect(await asNeighbour('marquee-edge', script)).toBe('401');
  });

  test.each(['gateway', 'config', 'renderer', 'renderer-worker', 'rabbitmq', 'redis', 'traefik'])(
    '%s has no rights, no way to more and no disk but its own',
    async (service) => {
      const status = await processOf(service, 'status');
      expect(status).toMatch(/^Uid:\t1000\t1000/m);
      expect(status).toMatch(/^CapEff:\t0+$/m);
      expect(status).toMatch(/^CapBnd:\t0+$/m);
      expect(status).toMatch(/^NoNewPrivs:\t1$/m);
      const limits = '{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.PidsLimit}} {{.HostConfig.Memory}}';
      expect(await about(service, limits)).toMatch(/^true [1-9]\d* [1-9]\d+$/);
      await until(
        () => about(service, '{{.State.Health.Status}}'),
        (health) => health === 'healthy',
      );
    },
  );

  test('secrets are files for their readers only: the engine tells none of them', async () => {
    const told = await engine.docker('inspect', await containerOf('gateway'), await containerOf('config'));
    for (const name of ['data_key', 'service_key', 'rabbitmq_url', 'redis_url']) {
      const secret = await readFile(join(stack.folder, 'secrets', name), 'utf8');
      expect(told).not.toContain(secret);
    }
  });

  test('the services stop by themselves within their grace, and what was made is there after the next start', async () => {
    const services = ['gateway', 'config', 'renderer', 'renderer-worker'];
    const ids = await Promise.all(services.map(containerOf));
    await stack.compose('stop', ...services);
    const codes = await engine.docker('inspect', '--format', '{{.State.ExitCode}}', ...ids);
    expect(codes.split('\n')).toEqual(services.map(() => '0'));
    await stack.compose('start', ...services);
    const signedIn = await until(
      () => stack.visitor.ask('/api/auth/login', { method: 'POST', body: owner }).catch(String),
      (answer) => typeof answer !== 'string' && answer.status === 200,
    );
    expect(signedIn).toMatchObject({ data: { user: { name: owner.name } } });
  });

  test('without https the gateway answers at a port of its own, and says that it is not safe', async () => {
    await stack.compose('stop', 'traefik');
    const files = ['--file', 'docker-compose.yml', '--file', 'docker-compose.http.yml'];
    await stack.compose(...files, 'up', '--detach', '--no-build', 'gateway');
    const atHome = createVisitor({ port: stack.httpPort, host: 'marquee.home' });
    const options = await until(
      () => atHome.ask('/api/auth/options').catch(String),
      (answer) => typeof answer !== 'string' && answer.status === 200,
    );
    expect(options).toMatchObject({ data: { encrypted: false, setupNeeded: false } });
    const { status, headers } = await atHome.ask('/api/auth/login', { method: 'POST', body: owner });
    expect([status, headers['set-cookie']?.join()]).toEqual([200, expect.stringMatching(/^marquee=/)]);
  });
});

describe('deploy/saltbox', () => {
  let saltbox: Saltbox;
  beforeAll(async () => {
    saltbox = await startOnSaltbox(engine);
  });
  afterAll(() => saltbox?.end());

  test('Saltbox’s Traefik finds Marquee by its labels, over https only, with the content policy intact', async () => {
    const page = await saltbox.visitor.ask('/');
    expect([page.status, page.headers['content-security-policy'], page.headers['x-robots-tag']]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
      'none',
    ]);
    const { status, headers } = await saltbox.plain.ask('/');
    expect([status, headers.location]).toEqual([302, `https://${saltbox.host}/`]);
  });

  test.each(['%2e%2e%2f', '%2f', '%5c', '%00', '%25'])(
    '%s comes through to the gateway there, and is refused by it',
    async (character) => {
      const answer = await saltbox.visitor.ask(`/api/libraries/a${character}b`);
      expect([answer.status, answer.error]).toEqual([
        400,
        expect.objectContaining({ code: 'request.malformed' }),
      ]);
    },
  );

  test('a neighbour that skips Traefik cannot say who it is or where it comes from', async () => {
    const code = await readSetupCode(join(saltbox.folder, 'gateway'));
    await saltbox.visitor.ask('/api/auth/setup', { method: 'POST', body: { code, ...owner } });
    const told = await asNeighbour(
      'saltbox',
      `
      const lies = { 'remote-user': 'Ada', 'x-forwarded-for': '203.0.113.7', 'x-real-ip': '203.0.113.7' };
      const ask = (path, more) => fetch('http://marquee:8080/api' + path, { ...more, headers: { ...lies, ...more?.headers } });
      const body = JSON.stringify(${JSON.stringify(owner)});
      (async () => {
        const asAda = await ask('/libraries');
        const signedIn = await ask('/auth/login', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
        const { accessToken } = (await signedIn.json()).data;
        const sessions = await ask('/auth/sessions', { headers: { authorization: 'Bearer ' + accessToken } });
        console.log(asAda.status, await sessions.text());
      })();`,
    );
    expect(told).toMatch(/^401 \{"success":true/);
    expect(told).not.toContain('203.0.113.7');
  });
});
