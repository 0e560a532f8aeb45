import { randomBytes } from 'node:crypto';
import { type Principal, problem, type Session, type User } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import type { Audit, Whence } from '../audit/audit.ts';
import { cookie } from '../door/cookies.ts';
import type { PublicAddress } from '../door/public-address.ts';
import type { GatewayDb, SessionRow } from '../migrations/gateway-db.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { SigningKeys } from '../tokens/signing-keys.ts';
import { deviceOf } from './device.ts';
import { hashOf, looksLikeToken, newToken, successorOf } from './refresh-tokens.ts';
import type { EndReason, Handed, Sessions } from './sessions.ts';
import { VIEW_TOKEN } from './view-token.ts';

const DAY_MS = 24 * 3_600_000;
const ABSOLUTE_MS = 30 * DAY_MS;
const IDLE_MS = 14 * DAY_MS;
/** Two tabs, or an answer that was lost on its way, may ask with the same token again for so long. */
const GRACE_MS = 10_000;
/** Whoever was in the middle of it when the gateway was killed has this long after it is back. */
const GRACE_AFTER_START_MS = 120_000;
const KEPT_AFTER_END_MS = 30 * DAY_MS;
const MAX_REMEMBERED = 5000;

export interface SessionPorts {
  db: Kysely<GatewayDb>;
  people: PeopleStore;
  keys: SigningKeys;
  address: () => PublicAddress;
  audit: Audit;
  /** Makes the successors of refresh tokens. */
  secret: Buffer;
  now: () => Date;
  /** Before a session goes on: may the person still come in? Ends their sessions itself when not. */
  recheck?: (user: User) => Promise<void>;
  /** A session began that the person should know of, or a stolen token showed itself. */
  heed?: {
    began(user: User, session: SessionRow): Promise<void>;
    reused(user: User, session: SessionRow): Promise<void>;
  };
}

export interface LiveSessions extends Sessions {
  /** The next token for the cookie of a browser; throws `auth.session-ended`. */
  refresh(token: string | undefined, from: Whence, userAgent: string | undefined): Promise<Handed>;
  /** Ends the session of a cookie, whatever is left of it. */
  endByToken(token: string | undefined): Promise<SessionRow | undefined>;
  isLive(sessionId: string): Promise<boolean>;
  /** Removes what ended long ago. */
  sweep(): Promise<void>;
}

export function createSessions(ports: SessionPorts): LiveSessions {
  const { db, people, keys, address, audit, secret } = ports;
  const now = () => ports.now().getTime();
  const iso = (time: number) => new Date(time).toISOString();
  const startedAt = now();
  const listeners = new Set<(sessionId: string) => void>();
  /** Sessions that were looked at and whether they live; a session that ends here is told here at once. */
  const live = new Map<string, { until: number }>();

  function principalOf(user: User, sessionId: string): Principal {
    const { id, name, role, libraries } = user;
    return { id, name, role, libraries, via: { kind: 'session', id: sessionId } };
  }

  function handOut(user: User, session: Pick<SessionRow, 'id' | 'expires_at'>, token: string): Handed {
    const principal = principalOf(user, session.id);
    const access = keys.sign(principal);
    const view = keys.sign(principal, VIEW_TOKEN.type);
    const left = Math.min(Date.parse(session.expires_at) - now(), IDLE_MS);
    return {
      signedIn: { accessToken: access.token, expiresAt: access.expiresAt.toISOString(), user },
      cookies: [
        cookie('refresh', token, address(), { maxAgeSeconds: Math.floor(left / 1000) }),
        cookie('view', view.token, address(), { maxAgeSeconds: VIEW_TOKEN.lifeSeconds }),
      ],
    };
  }

  function told(ids: readonly string[]): void {
    for (const id of ids) {
      live.delete(id);
      for (const listener of listeners) listener(id);
    }
  }

  async function endWhere(
    reason: EndReason,
    which: { userId: string; id?: string; exceptId?: string | undefined },
  ): Promise<string[]> {
    const ended = await db
      .updateTable('sessions')
      .set({ ended_at: iso(now()), end_reason: reason })
      .where('user_id', '=', which.userId)
      .where('ended_at', 'is', null)
      .$if(which.id !== undefined, (query) => query.where('id', '=', String(which.id)))
      .$if(which.exceptId !== undefined, (query) => query.where('id', '!=', String(which.exceptId)))
      .returning('id')
      .execute();
    const ids = ended.map(({ id }) => id);
    told(ids);
    return ids;
  }

  function isOver(session: SessionRow): boolean {
    if (session.ended_at !== null) return true;
    return Date.parse(session.expires_at) <= now() || Date.parse(session.last_used_at) + IDLE_MS <= now();
  }

  async function familyOf(token: string) {
    const row = await db
      .selectFrom('refresh_tokens')
      .selectAll()
      .where('hash', '=', hashOf(token))
      .executeTakeFirst();
    if (!row) return undefined;
    const session = await db
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', row.session_id)
      .executeTakeFirstOrThrow();
    return { row, session };
  }

  /** Exactly one caller spends a token; its successor is in place in the same step. */
  async function spend(
    token: string,
    session: SessionRow,
    from: Whence,
    userAgent?: string,
  ): Promise<boolean> {
    const at = iso(now());
    return db.transaction().execute(async (trx) => {
      const spent = await trx
        .updateTable('refresh_tokens')
        .set({ spent_at: at })
        .where('hash', '=', hashOf(token))
        .where('spent_at', 'is', null)
        .executeTakeFirst();
      if (spent.numUpdatedRows === 0n) return false;
      await trx
        .insertInto('refresh_tokens')
        .values({
          hash: hashOf(successorOf(token, secret)),
          session_id: session.id,
          created_at: at,
          spent_at: null,
        })
        .execute();
      await trx
        .updateTable('sessions')
        .set({
          last_used_at: at,
          address: from.address,
          ...(userAgent === undefined ? {} : { device: deviceOf(userAgent) }),
        })
        .where('id', '=', session.id)
        .execute();
      return true;
    });
  }

  /** A spent token may come again for a moment, as long as nobody has used its successor. */
  async function mayComeAgain(token: string): Promise<boolean> {
    const family = await familyOf(token);
    const spentAt = Date.parse(family?.row.spent_at ?? '');
    const successor = await db
      .selectFrom('refresh_tokens')
      .select('spent_at')
      .where('hash', '=', hashOf(successorOf(token, secret)))
      .executeTakeFirst();
    if (!successor || successor.spent_at !== null) return false;
    const interrupted = spentAt < startedAt && now() - startedAt <= GRACE_AFTER_START_MS;
    return interrupted || now() - spentAt <= GRACE_MS;
  }

  async function reused(user: User, session: SessionRow, from: Whence): Promise<never> {
    await endWhere('token-reused', { userId: user.id, id: session.id });
    await audit.note({
      actor: { stranger: 'Somebody with an old cookie' },
      action: 'session.token-reused',
      outcome: 'refused',
      target: { kind: 'user', id: user.id, name: user.name },
      from,
    });
    await ports.heed?.reused(user, session);
    throw problem('auth.session-ended');
  }

  return {
    async begin(user, { method, userAgent, from }) {
      const at = iso(now());
      const token = newToken();
      const session: SessionRow = {
        id: randomBytes(16).toString('base64url'),
        user_id: user.id,
        method,
        device: deviceOf(userAgent),
        address: from.address,
        created_at: at,
        last_used_at: at,
        expires_at: iso(now() + ABSOLUTE_MS),
        ended_at: null,
        end_reason: null,
      };
      const seen = await people.change(user.id, { lastSeenAt: at });
      await db.transaction().execute(async (trx) => {
        await trx.insertInto('sessions').values(session).execute();
        await trx
          .insertInto('refresh_tokens')
          .values({ hash: hashOf(token), session_id: session.id, created_at: at, spent_at: null })
          .execute();
      });
      await audit.note({
        actor: principalOf(user, session.id),
        action: 'session.started',
        target: { kind: 'session', id: session.id, name: session.device },
        after: { method },
        from,
      });
      await ports.heed?.began(user, session);
      return handOut(seen, session, token);
    },

    async refresh(token, from, userAgent) {
      const family = token !== undefined && looksLikeToken(token) ? await familyOf(token) : undefined;
      if (token === undefined || !family || isOver(family.session)) throw problem('auth.session-ended');
      const { session, row } = family;
      const user = await people.find(session.user_id);
      if (!user || user.disabled) throw problem('auth.session-ended');
      const fresh = row.spent_at === null && (await spend(token, session, from, userAgent));
      if (!fresh && !(await mayComeAgain(token))) return reused(user, session, from);
      await ports.recheck?.(user);
      // The look may have ended the session, or changed what the person may see.
      const after = await db
        .selectFrom('sessions')
        .selectAll()
        .where('id', '=', session.id)
        .executeTakeFirst();
      if (!after || isOver(after)) throw problem('auth.session-ended');
      const current = await people.change(user.id, { lastSeenAt: iso(now()) });
      return handOut(current, after, successorOf(token, secret));
    },

    async endByToken(token) {
      const family = token !== undefined && looksLikeToken(token) ? await familyOf(token) : undefined;
      if (!family) return undefined;
      const { session } = family;
      await endWhere('signed-out', { userId: session.user_id, id: session.id });
      return session;
    },

    async isLive(sessionId) {
      const known = live.get(sessionId);
      if (known) return known.until > now();
      const session = await db
        .selectFrom('sessions')
        .selectAll()
        .where('id', '=', sessionId)
        .executeTakeFirst();
      if (!session || isOver(session)) return false;
      if (live.size >= MAX_REMEMBERED) live.delete(String(live.keys().next().value));
      live.set(sessionId, { until: Date.parse(session.expires_at) });
      return true;
    },

    async list(userId, currentId) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('user_id', '=', userId)
        .where('ended_at', 'is', null)
        .orderBy('last_used_at', 'desc')
        .execute();
      return rows.filter((row) => !isOver(row)).map((row) => sessionOf(row, currentId));
    },

    async end(userId, sessionId, reason) {
      return (await endWhere(reason, { userId, id: sessionId })).length > 0;
    },
    async endAll(userId, reason, exceptId) {
      return (await endWhere(reason, { userId, exceptId })).length;
    },
    onEnd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async sweep() {
      const longAgo = iso(now() - KEPT_AFTER_END_MS);
      const over = await db
        .selectFrom('sessions')
        .select('id')
        .where('ended_at', 'is', null)
        .where((where) =>
          where.or([
            where('expires_at', '<=', iso(now())),
            where('last_used_at', '<=', iso(now() - IDLE_MS)),
          ]),
        )
        .execute();
      for (const { id } of over)
        await db
          .updateTable('sessions')
          .set({ ended_at: iso(now()), end_reason: 'expired' })
          .where('id', '=', id)
          .execute();
      told(over.map(({ id }) => id));
      await db.deleteFrom('sessions').where('ended_at', '<', longAgo).execute();
    },
  };
}

function sessionOf(row: SessionRow, currentId: string | undefined): Session {
  return {
    id: row.id,
    current: row.id === currentId,
    method: row.method === 'plex' || row.method === 'setup' ? row.method : 'password',
    device: row.device,
    address: row.address,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  };
}
