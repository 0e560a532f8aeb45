import { z } from 'zod';
import { topic } from './events.ts';
import { route } from './route.ts';

export const ServiceName = z.enum(['gateway', 'config', 'renderer']).meta({ id: 'ServiceName' });
export type ServiceName = z.infer<typeof ServiceName>;

/** What a Marquee of this version may be able to do. */
export const FEATURES = [
  'sign-in',
  'users',
  'api-keys',
  'settings',
  'notifications',
  'audit',
  'logs',
  'libraries',
  'posters',
  'config-files',
  /** Overlay files as such: their list, versions, checks, edits, templates and the golden set. */
  'overlays',
  /** Drawing them: one item while somebody waits, or a batch, with fonts and pictures. */
  'overlay-rendering',
  'live-events',
  /** Only where everything runs in one process. */
  'demo-library',
] as const;
export type Feature = (typeof FEATURES)[number];

export const Health = z
  .object({
    status: z.enum(['ok', 'degraded']),
    name: z.string().describe('What this Marquee calls itself'),
    version: z.string(),
    // Not an enum: clients of today must bear what later versions can do.
    features: z
      .array(z.string())
      .describe(
        `What this installation can do; a client shows only these and passes over what it does not know. Of: ${FEATURES.join(', ')}`,
      ),
    demo: z.boolean().describe('True while the built-in demo library stands in for a Plex server'),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;

export const PartState = z.enum(['ok', 'degraded', 'down']).meta({ id: 'PartState' });
export type PartState = z.infer<typeof PartState>;

/** One thing a service depends on, as its /readyz tells it. */
export const Check = z
  .object({
    name: z.string(),
    state: PartState,
    message: z.string().describe('One sentence; says how to mend it when it is not ok'),
    version: z.string().optional(),
    latencyMs: z.number().nonnegative().optional(),
  })
  .meta({ id: 'Check' });
export type Check = z.infer<typeof Check>;

/** What /readyz of every service answers. */
export const Readiness = z.object({
  service: z.string(),
  version: z.string(),
  ready: z.boolean(),
  uptimeSeconds: z.number().nonnegative(),
  memoryMb: z.number().nonnegative(),
  checks: z.array(Check),
});
export type Readiness = z.infer<typeof Readiness>;

export const ServiceStatus = z
  .object({
    name: z.string(),
    state: PartState,
    message: z.string(),
    version: z.string().nullable(),
    uptimeSeconds: z.number().nonnegative().nullable(),
    memoryMb: z.number().nonnegative().nullable(),
    checks: z.array(Check),
  })
  .meta({ id: 'ServiceStatus' });
export type ServiceStatus = z.infer<typeof ServiceStatus>;

export const DiskStatus = z
  .object({
    path: z.string(),
    freeBytes: z.number().nonnegative(),
    totalBytes: z.number().nonnegative(),
  })
  .meta({ id: 'DiskStatus' });

export const SystemStatus = z
  .object({
    state: PartState,
    version: z.string(),
    node: z.string(),
    mode: z.enum(['standalone', 'distributed']),
    demo: z.boolean(),
    startedAt: z.iso.datetime(),
    services: z.array(ServiceStatus),
    disk: DiskStatus,
  })
  .meta({ id: 'SystemStatus' });
export type SystemStatus = z.infer<typeof SystemStatus>;

export const statusChanged = topic(
  'system.status-changed',
  z.object({ name: z.string(), state: PartState, message: z.string() }),
);

/** One entry of the live stream, over SSE and over /ws/status alike. */
export const StreamEvent = z
  .object({
    id: z.string().describe('Send it back as Last-Event-ID to go on from here'),
    topic: z.string(),
    at: z.iso.datetime(),
    data: z.unknown(),
  })
  .meta({ id: 'StreamEvent' });
export type StreamEvent = z.infer<typeof StreamEvent>;

const healthExample = {
  status: 'ok' as const,
  name: 'Marquee',
  version: '0.1.0',
  features: ['libraries', 'config-files', 'overlays', 'overlay-rendering', 'demo-library'],
  demo: true,
};

export const systemRoutes = {
  health: route({
    method: 'get',
    path: '/health',
    summary: 'Is Marquee there, and what can it do',
    tag: 'System',
    role: 'public',
    reply: Health,
    examples: { reply: healthExample },
  }),
  healthAlias: route({
    method: 'get',
    path: '/status',
    summary: 'The same as /api/health',
    tag: 'System',
    role: 'public',
    reply: Health,
    examples: { reply: healthExample },
  }),
  status: route({
    method: 'get',
    path: '/system/status',
    summary: 'Every service, the broker, Redis, Plex and the disk',
    tag: 'System',
    role: 'viewer',
    reply: SystemStatus,
    examples: {
      reply: {
        state: 'ok',
        version: '0.1.0',
        node: 'v22.20.0',
        mode: 'standalone',
        demo: true,
        startedAt: '2026-11-21T05:00:00.000Z',
        services: [
          {
            name: 'config',
            state: 'ok',
            message: 'Ready',
            version: '0.1.0',
            uptimeSeconds: 42,
            memoryMb: 120,
            checks: [
              { name: 'plex', state: 'ok', message: 'Demo library answers', version: '1.42.0', latencyMs: 3 },
            ],
          },
        ],
        disk: { path: '/data', freeBytes: 120_000_000_000, totalBytes: 250_000_000_000 },
      },
    },
  }),
  events: route({
    method: 'get',
    path: '/events',
    summary: 'Live events (server-sent events)',
    description:
      'An endless stream. After a cut send Last-Event-ID: the stream goes on right after it; where that is no longer possible an event of type `gap` says so.',
    tag: 'System',
    role: 'viewer',
    query: z.object({
      topics: z.string().max(500).optional().describe('Comma-separated topics; all when absent'),
    }),
    reply: StreamEvent,
    replyKind: 'events',
  }),
};
