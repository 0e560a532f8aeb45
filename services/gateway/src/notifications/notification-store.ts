import type { Notification } from '@marquee/contracts';

/** What is told, before it is told to anybody. */
export interface Notice extends Pick<Notification, 'kind' | 'severity' | 'facts' | 'link'> {
  /** Names a fact: an unread one of the same kind in which it is the same is renewed, not joined by another. */
  renews?: string;
}

export interface NotificationStore {
  /** Keeps it for one person, as the newest of theirs. */
  put(userId: string, notice: Notice): Promise<Notification>;
  page(
    userId: string,
    range: { unreadOnly: boolean; before: number | undefined; limit: number },
  ): Promise<{ seq: number; notification: Notification }[]>;
  count(userId: string, unreadOnly: boolean): Promise<number>;
  /** Undefined when the person has no such notification; so below. */
  markRead(userId: string, id: string, read: boolean): Promise<Notification | undefined>;
  /** How many were unread. */
  markAllRead(userId: string): Promise<number>;
  remove(userId: string, id: string): Promise<boolean>;
}
