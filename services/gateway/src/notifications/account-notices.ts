import type { ApiKey, User } from '@marquee/contracts';
import type { Logger } from '@marquee/service-kit';
import type { Notice } from './notification-store.ts';
import type { Notifications } from './notifications.ts';

/** Where somebody is signed in. */
export interface SignedInAt {
  id: string;
  device: string;
  address: string;
}

export interface AccountNoticePorts {
  notifications: Pick<Notifications, 'notify'>;
  /** Whether the person was signed in on this device at this address before. */
  wasThereBefore(userId: string, session: SignedInAt): Promise<boolean>;
  log: Pick<Logger, 'error'>;
}

/** What people are told of their own account. A sign-in never fails because it could not be told. */
export function createAccountNotices({ notifications, wasThereBefore, log }: AccountNoticePorts) {
  async function tell(user: Pick<User, 'id'>, notice: Notice): Promise<void> {
    await notifications.notify([user.id], notice).catch((error: unknown) => {
      log.error({ err: error, kind: notice.kind }, 'A notification could not be kept');
    });
  }

  return {
    /** `user` as before this sign-in: the very first one is no news. */
    async newSignIn(user: Pick<User, 'id' | 'lastSeenAt'>, session: SignedInAt): Promise<void> {
      if (user.lastSeenAt === null || (await wasThereBefore(user.id, session))) return;
      const { device, address } = session;
      await tell(user, {
        kind: 'new-sign-in',
        severity: 'info',
        facts: { device, address },
        link: '/account',
      });
    },
    async sessionReused(user: Pick<User, 'id'>, { device, address }: SignedInAt): Promise<void> {
      await tell(user, {
        kind: 'session-reused',
        severity: 'error',
        facts: { device, address },
        link: '/account',
      });
    },
    async apiKeyMade(user: Pick<User, 'id'>, { name, role }: Pick<ApiKey, 'name' | 'role'>): Promise<void> {
      await tell(user, {
        kind: 'api-key-made',
        severity: 'info',
        facts: { name, role },
        link: '/account',
      });
    },
    /** `user` with the role they have now. */
    async roleChanged(user: Pick<User, 'id' | 'role'>): Promise<void> {
      await tell(user, { kind: 'role-changed', severity: 'info', facts: { role: user.role }, link: null });
    },
  };
}
export type AccountNotices = ReturnType<typeof createAccountNotices>;
