import type { Check } from '@marquee/contracts';
import type { Checks } from '@marquee/service-kit';
import type { PlexServer } from './plex-servers.ts';
import { type PlexPorts, serverInfo } from './server-info.ts';

/** Readiness gives a check two seconds; Plex may take longer without being down. */
const PATIENCE_MS = 1_500;

/** One for each server in use, or what stands in the way of there being one. */
export function plexChecks(ports: PlexPorts): Checks {
  const servers = ports.servers.list();
  if (servers !== undefined && servers.length > 0) {
    return Object.fromEntries(servers.map((server) => [`plex:${server.id}`, () => checkPlex(ports, server)]));
  }
  const message =
    servers === undefined
      ? 'Which Plex servers there are is not known yet; the gateway is asked again by itself'
      : 'No Plex server is set up: add one in Settings';
  return { plex: async () => ({ name: 'plex', state: 'degraded', message }) };
}

/** Plex being away makes us degraded, never down: a restart of ours would not bring it back. */
async function checkPlex(ports: PlexPorts, server: PlexServer): Promise<Check> {
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
