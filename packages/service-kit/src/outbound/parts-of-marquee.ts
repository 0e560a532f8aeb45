import { isIP } from 'node:net';
import type { OutboundGuardOptions } from './outbound-guard.ts';

/** What our containers are called among themselves. */
const CONTAINERS = [
  'gateway',
  'config',
  'runner',
  'renderer',
  'preview',
  'discover',
  'rabbitmq',
  'redis',
  'traefik',
];
const standardPorts: Record<string, number> = {
  'amqp:': 5672,
  'amqps:': 5671,
  'redis:': 6379,
  'rediss:': 6379,
};

/** What an installation of several services must not be led to: its own parts, by name, and broker and Redis by port. */
export function partsOfMarquee(of: {
  services: readonly string[];
  stores: readonly string[];
}): Required<Pick<OutboundGuardOptions, 'denyHosts' | 'denyPorts'>> {
  const stores = of.stores.map((url) => new URL(url));
  const hosts = [...of.services.map((url) => new URL(url)), ...stores].map(({ hostname }) => hostname);
  return {
    // Services that share one machine are told apart by their ports.
    denyHosts: [
      ...CONTAINERS,
      ...hosts.filter((host) => host !== 'localhost' && isIP(host.replace(/[[\]]/g, '')) === 0),
    ],
    denyPorts: stores.flatMap(({ port, protocol }) =>
      port === '' ? (standardPorts[protocol] ?? []) : Number(port),
    ),
  };
}
