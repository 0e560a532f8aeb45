import { z } from 'zod';
import { count, integerOrNull, listOf, text, textOrNull } from '../reply/fields.ts';

const Playing = z
  .object({
    sessionKey: text,
    ratingKey: textOrNull,
    key: textOrNull,
    state: text,
    viewOffset: integerOrNull,
  })
  .transform((session) => ({ type: 'playing' as const, ...session }));

const phaseOf = (state: number) => {
  if (state === 0) return 'created';
  if (state === 9) return 'deleted';
  return state === 5 ? 'processed' : 'processing';
};
const Timeline = z
  .object({
    itemID: text,
    sectionID: textOrNull,
    type: integerOrNull,
    state: count,
    title: textOrNull,
    identifier: textOrNull,
  })
  .transform(({ itemID, sectionID, type, state, title, identifier }) => ({
    type: 'timeline' as const,
    ratingKey: itemID,
    /** Plex writes -1 for "no section". */
    sectionId: sectionID === '-1' ? null : sectionID,
    itemType: type,
    phase: phaseOf(state),
    title,
    identifier,
  }));

const Activity = z
  .object({
    event: z.enum(['started', 'updated', 'ended']),
    uuid: text,
    Activity: z.object({
      type: text,
      title: textOrNull,
      subtitle: textOrNull,
      progress: integerOrNull,
      Context: z.object({ librarySectionID: textOrNull }).nullish(),
    }),
  })
  .transform(({ event, uuid, Activity: { type, title, subtitle, progress, Context } }) => ({
    type: 'activity' as const,
    event,
    uuid,
    activity: type,
    title,
    subtitle,
    progress,
    sectionId: Context?.librarySectionID ?? null,
  }));

const Progress = z
  .object({ message: text })
  .transform(({ message }) => ({ type: 'progress' as const, message }));
const Status = z
  .object({ title: textOrNull, description: textOrNull, notificationName: textOrNull })
  .transform(({ title, description, notificationName }) => ({
    type: 'status' as const,
    name: notificationName,
    title,
    description,
  }));

const Notification = z.object({
  NotificationContainer: z.object({
    type: text,
    PlaySessionStateNotification: listOf(Playing),
    TimelineEntry: listOf(Timeline),
    ActivityNotification: listOf(Activity),
    ProgressNotification: listOf(Progress),
    StatusNotification: listOf(Status),
  }),
});

export type PlexNotification =
  | z.output<typeof Playing>
  | z.output<typeof Timeline>
  | z.output<typeof Activity>
  | z.output<typeof Progress>
  | z.output<typeof Status>
  /** A kind we do not read yet: account, preference, reachability … */
  | { type: 'other'; name: string };

export type Decoded = { events: PlexNotification[] } | { unreadable: string };

/** One message of the socket; one that cannot be read must not end the subscription. */
export function decodeNotification(message: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    return { unreadable: 'not JSON' };
  }
  const parsed = Notification.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { unreadable: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown reason'}` };
  }
  const { type, ...lists } = parsed.data.NotificationContainer;
  const events = Object.values(lists).flat();
  return { events: events.length === 0 ? [{ type: 'other', name: type }] : events };
}
