import { type Notification, Role } from '@marquee/contracts';
import type { TFunction } from 'i18next';
import { formatCount } from '../../i18n/format.ts';

type Facts = Notification['facts'];

/** What happened, in the reader's words. A fact that is missing leaves the sentence whole. */
export function notificationWords(
  { kind, facts }: Pick<Notification, 'kind' | 'facts'>,
  t: TFunction,
): string {
  const text = (name: string) =>
    facts[name] === undefined ? t('notifications.somewhere') : String(facts[name]);
  const count = Number(facts.count ?? 0);
  const told: Record<Notification['kind'], () => string> = {
    'service-down': () => t('notifications.kinds.service-down', { service: named(text('service')) }),
    'service-back': () => t('notifications.kinds.service-back', { service: named(text('service')) }),
    'posters-prepared': () =>
      t('notifications.kinds.posters-prepared', {
        count,
        told: formatCount(count),
        library: text('library'),
      }),
    'posters-failed': () => t('notifications.kinds.posters-failed', { library: text('library') }),
    'new-sign-in': () =>
      t('notifications.kinds.new-sign-in', { device: text('device'), address: text('address') }),
    'session-reused': () => t('notifications.kinds.session-reused', { address: text('address') }),
    'api-key-made': () => t('notifications.kinds.api-key-made', { name: text('name') }),
    'role-changed': () => t('notifications.kinds.role-changed', { role: roleOf(facts, t) }),
  };
  return told[kind]();
}

/** What the service said of it, where there is more to say than the kind does. */
export function notificationDetail({ facts }: Pick<Notification, 'facts'>): string | undefined {
  return facts.message === undefined || facts.message === '' ? undefined : String(facts.message);
}

function roleOf(facts: Facts, t: TFunction): string {
  const role = Role.safeParse(facts.role).data;
  return role ? t(`roleNames.${role}`) : String(facts.role ?? '');
}

function named(service: string): string {
  return service.charAt(0).toUpperCase() + service.slice(1);
}
