import { readFileSync } from 'node:fs';
import { ConfigEnv } from '@marquee/config';
import { GatewayEnv } from '@marquee/gateway';
import { RendererEnv, RendererWorkerEnv } from '@marquee/renderer';
import { StandaloneEnv } from '@marquee/standalone';

const schemas = {
  gateway: GatewayEnv,
  config: ConfigEnv,
  renderer: RendererEnv,
  worker: RendererWorkerEnv,
  standalone: StandaloneEnv,
};

const COMPOSE_FILES = ['docker-compose.yml', 'docker-compose.http.yml'];

/** Variables that a compose file fills in. */
function askedByCompose(): string[] {
  return COMPOSE_FILES.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\$\{([A-Z][A-Z0-9_]+)/g)].map(([, name = '']) => name),
  );
}

/** .env.example must name every variable that a service or a compose file reads, and no other. */
export default function checkEnvExample(): string[] {
  const example = new Set(
    [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(
      (match) => match[1] ?? '',
    ),
  );
  const faults: string[] = [];
  const known = new Set<string>();
  for (const [service, schema] of Object.entries(schemas)) {
    for (const name of Object.keys(schema.shape)) {
      known.add(name);
      if (!example.has(name)) faults.push(`.env.example lacks ${name} (read by ${service})`);
    }
  }
  for (const name of askedByCompose()) {
    known.add(name);
    if (!example.has(name)) faults.push(`.env.example lacks ${name} (read by a compose file)`);
  }
  for (const name of example) {
    if (!known.has(name)) faults.push(`.env.example names ${name}, which nothing reads`);
  }
  return faults;
}
