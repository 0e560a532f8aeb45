import type { Check } from '@marquee/contracts';
import type { PlexServer } from './plex-servers.ts';
import { type PlexPorts, serverInfo } from './server-info.ts';

/** Readiness gives a check two seconds; Plex may take longer without being down. */
const PATIENCE_MS = 1_500;

/** Plex being away makes us degraded, never down: a restart of ours would not bring it back. */
export async function checkPlex(ports: PlexPorts, server: PlexServer): Promise<Check> {
  const name = `plex:${server.id}`;
  const started = performance.now();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE_MS);
  const info = await Promise.race([
    serverInfo(ports, server),
    new Promise<undefined>((resolve) => late.signal.addEventListener('abort', () => resolve(undefined))),
  ]);
  clearTimeout(timer);
  const latencyMs = Math.round(performance.now() - started);
  if (info === undefined) {
    return { name, state: 'degraded', message: `${server.name} takes long to answer`, latencyMs };
  }
  if (!info.reachable)
    return { name, state: 'degraded', message: `${server.name}: ${info.message}`, latencyMs };
  const version = info.version === null ? {} : { version: info.version };
  return { name, state: 'ok', message: `${server.name} answers`, latencyMs, ...version };
}
