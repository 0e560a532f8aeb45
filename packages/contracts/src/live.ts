import type { z } from 'zod';
import { branchChanged } from './config-branches.ts';
import { fileSaved } from './config-files.ts';
import { configChanged } from './config-versions.ts';
import type { Topic } from './events.ts';
import { libraryChanged, prepareProgressed } from './libraries.ts';
import { serversChanged } from './plex-connections.ts';
import { renderBatchProgressed } from './rendering.ts';
import { maySeeLibrary, type Principal, type Role } from './roles.ts';
import type { SocketPath } from './sign-in.ts';
import { statusChanged } from './system.ts';

/** An event that people may watch live, and who may. */
export interface LiveTopic {
  topic: Topic;
  role: Role;
  /** The library a payload speaks of: people who may not see that library do not hear it. */
  libraryOf(payload: unknown): string | null;
}

function live<S extends z.ZodType>(
  topic: Topic<S>,
  role: Role,
  libraryOf?: (payload: z.output<S>) => string | null,
): LiveTopic {
  return { topic, role, libraryOf: (payload) => libraryOf?.(topic.payload.parse(payload)) ?? null };
}

export const liveTopics: readonly LiveTopic[] = [
  live(statusChanged, 'viewer'),
  live(serversChanged, 'viewer'),
  live(libraryChanged, 'viewer', (payload) => payload.libraryId),
  live(prepareProgressed, 'viewer', (payload) => payload.libraryId),
  live(renderBatchProgressed, 'editor', (payload) => payload.libraryId),
  live(fileSaved, 'editor'),
  live(configChanged, 'editor'),
  live(branchChanged, 'editor'),
];

export function mayHearLibrary(principal: Principal, libraryId: string | null): boolean {
  return libraryId === null || maySeeLibrary(principal, libraryId);
}

/** WebSocket addresses and who may connect. */
export const sockets: readonly { path: SocketPath; role: Role }[] = [
  { path: '/ws/status', role: 'viewer' },
  { path: '/ws/notifications', role: 'viewer' },
  { path: '/ws/logs', role: 'admin' },
];
