import { type PartState, prepareEnded, statusChanged } from '@marquee/contracts';
import type { Bus, Logger, Subscription } from '@marquee/service-kit';
import type { z } from 'zod';
import type { Notice } from './notification-store.ts';
import type { Notifications } from './notifications.ts';

export interface RulePorts {
  bus: Pick<Bus, 'subscribe'>;
  notifications: Pick<Notifications, 'notify'>;
  log: Pick<Logger, 'error'>;
}

/** Turns what happens to Marquee's parts and jobs into notifications, for those whom it concerns. */
export async function followRules({ bus, notifications, log }: RulePorts): Promise<Subscription> {
  const ruleOfStatus = createStatusRule();
  // One after the other, or a service might seem to be back before it went.
  let told: Promise<void> = Promise.resolve();
  const tellAdmins = (notice: Notice): Promise<void> => {
    told = told
      .then(() => notifications.notify('admins', notice))
      .catch((error: unknown) => {
        log.error({ err: error, kind: notice.kind }, 'A notification could not be kept');
      });
    return told;
  };
  const subscriptions = await Promise.all([
    bus.subscribe(statusChanged, {}, async (change) => {
      const notice = ruleOfStatus(change);
      if (notice !== undefined) await tellAdmins(notice);
    }),
    // An event that comes twice renews its notification.
    bus.subscribe(prepareEnded, { group: 'gateway-notifications' }, (ended) =>
      notifications.notify(ended.askedBy === null ? 'admins' : [ended.askedBy], noticeOfJob(ended)),
    ),
  ]);
  return {
    async stop() {
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    },
  };
}

/** Only going away and coming back are news; other changes of state are on the status page. */
function createStatusRule() {
  const away = new Set<string>();
  return ({
    name,
    state,
    message,
  }: {
    name: string;
    state: PartState;
    message: string;
  }): Notice | undefined => {
    const facts = { service: name, message };
    const common = { facts, link: '/system', renews: 'service' };
    if (state === 'down') {
      if (away.has(name)) return undefined;
      away.add(name);
      return { kind: 'service-down', severity: 'error', ...common };
    }
    return away.delete(name) ? { kind: 'service-back', severity: 'ok', ...common } : undefined;
  };
}

function noticeOfJob({ job, libraryTitle }: z.output<typeof prepareEnded.payload>): Notice {
  const facts = { library: libraryTitle, count: job.done - job.failed, job: job.id };
  const common = { link: `/libraries/${job.libraryId}`, renews: 'job' };
  if (job.state === 'failed')
    return {
      kind: 'posters-failed',
      severity: 'error',
      facts: { ...facts, message: job.message },
      ...common,
    };
  return job.failed > 0
    ? { kind: 'posters-prepared', severity: 'warn', facts: { ...facts, message: job.message }, ...common }
    : { kind: 'posters-prepared', severity: 'ok', facts, ...common };
}
