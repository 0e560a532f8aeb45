import { readFileSync } from 'node:fs';
import { ConfigEnv } from '@marquee/config';
import { GatewayEnv } from '@marquee/gateway';
import { StandaloneEnv } from '@marquee/standalone';

const schemas = { gateway: GatewayEnv, config: ConfigEnv, standalone: StandaloneEnv };

/** .env.example must name every variable that a service reads, and no other. */
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
  for (const name of example) {
    if (!known.has(name)) faults.push(`.env.example names ${name}, which no service reads`);
  }
  return faults;
}
