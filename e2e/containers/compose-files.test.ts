import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../program.ts';

const Service = z.object({
  image: z.string(),
  user: z.string(),
  read_only: z.literal(true),
  init: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.array(z.string()),
  pids_limit: z.number(),
  cpus: z.number(),
  mem_limit: z.string(),
  stop_grace_period: z.string(),
  restart: z.string(),
  healthcheck: z.object({ test: z.array(z.string()) }),
  environment: z.record(z.string(), z.string()).optional(),
  networks: z.union([z.array(z.string()), z.record(z.string(), z.unknown()).transform(Object.keys)]),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  privileged: z.never().optional(),
  cap_add: z.never().optional(),
  network_mode: z.never().optional(),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() }).loose()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
  version: z.never().optional(),
  name: z.never().optional(),
});

const textOf = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const read = (file: string) => Compose.parse(parse(textOf(file), { merge: true }));

describe.each(['docker-compose.yml', 'deploy/saltbox/docker-compose.yml'])('%s', (file) => {
  const { services, networks } = read(file);

  test.each(Object.entries(services))(
    '%s is hardened and limited, and its image is a fixed one',
    (_, service) => {
      expect(service.security_opt).toContain('no-new-privileges:true');
      expect(service.image).toMatch(/:[^:]*\d/);
      expect(service.image).not.toMatch(/latest/);
      expect(service.volumes?.join() ?? '').not.toContain('docker.sock');
    },
  );

  test('publishes no port but Traefik’s', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(file === 'docker-compose.yml' ? ['traefik'] : []);
  });

  test('keeps the broker and Redis in a network without a way out', () => {
    expect(networks.backend?.internal).toBe(true);
    for (const name of ['rabbitmq', 'redis']) expect(services[name]?.networks).toEqual(['backend']);
  });

  test('hands secrets over as files, never as values', () => {
    for (const { environment = {} } of Object.values(services)) {
      for (const name of ['MARQUEE_DATA_KEY', 'MARQUEE_SERVICE_KEY', 'RABBITMQ_URL', 'REDIS_URL'])
        expect(environment).not.toHaveProperty(name);
    }
  });

  test('asks only whether a service lives, so that an outage elsewhere restarts nothing', () => {
    const ours = Object.values(services).filter(({ image }) => image.startsWith('marquee/'));
    expect(ours.map(({ healthcheck }) => healthcheck.test)).toEqual(
      ours.map(() => ['CMD', 'node', '/app/livez.mjs']),
    );
  });
});

test('Saltbox manages and heals every container, and reaches the gateway by its own network', () => {
  const { services } = read('deploy/saltbox/docker-compose.yml');
  for (const { labels } of Object.values(services))
    expect(labels).toMatchObject({ 'com.github.saltbox.saltbox_managed': 'true', autoheal: 'true' });
  expect(services.marquee?.labels).toMatchObject({ 'traefik.docker.network': 'saltbox' });
  const middlewares = services.marquee?.labels?.['traefik.http.routers.marquee.middlewares'];
  expect(middlewares).not.toContain('dropsecurityheaders');
});

test('every variable that the file for Saltbox asks for is explained beside it', () => {
  const folder = 'deploy/saltbox';
  const asked = textOf(`${folder}/docker-compose.yml`).matchAll(/\$\{([A-Z_]+)/g);
  const explained = [...textOf(`${folder}/.env.example`).matchAll(/^#? ?([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  );
  expect([...asked].map(([, name]) => name).filter((name) => !explained.includes(name))).toEqual([]);
});
