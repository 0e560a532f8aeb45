import type { notificationAdded, User } from '@marquee/contracts';
import type { z } from 'zod';
import type { PeopleStore } from '../people/people-store.ts';
import type { Notice, NotificationStore } from './notification-store.ts';

type Added = z.output<typeof notificationAdded.payload>;
type Listener = (added: Added) => void;

/** Who is told: people by id, or by what they are. */
export type Audience = readonly string[] | 'admins' | `everyone-who-may-see:${string}`;

export interface NotificationPorts {
  store: NotificationStore;
  people: Pick<PeopleStore, 'list'>;
}

/** Tells people things, each their own: kept until read, and said at once to whoever listens for that person. */
export function createNotifications({ store, people }: NotificationPorts) {
  const listeners = new Map<string, Set<Listener>>();

  async function tell(userId: string, notice: Notice): Promise<void> {
    const notification = await store.put(userId, notice);
    const heard = listeners.get(userId);
    if (heard === undefined) return;
    const unread = await store.count(userId, true);
    for (const listener of heard) listener({ userId, notification, unread });
  }

  return {
    store,
    async notify(audience: Audience, notice: Notice): Promise<void> {
      const told = (await people.list()).filter((user) => !user.disabled && belongsTo(audience, user));
      for (const { id } of told) await tell(id, notice);
    },
    listen(userId: string, listener: Listener): () => void {
      const theirs = listeners.get(userId) ?? new Set();
      listeners.set(userId, theirs);
      theirs.add(listener);
      return () => {
        theirs.delete(listener);
        if (theirs.size === 0 && listeners.get(userId) === theirs) listeners.delete(userId);
      };
    },
  };
}
export type Notifications = ReturnType<typeof createNotifications>;

function belongsTo(audience: Audience, { id, role, libraries }: User): boolean {
  if (audience === 'admins') return role === 'admin';
  if (typeof audience !== 'string') return audience.includes(id);
  return libraries === 'all' || libraries.includes(audience.slice(audience.indexOf(':') + 1));
}
