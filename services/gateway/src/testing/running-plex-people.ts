import { randomBytes } from 'node:crypto';
import { type PlexConnection, type Role, type Settings, User } from '@marquee/contracts';
import {
  createLogger,
  createOutboundGuard,
  createSecrets,
  createServiceApp,
  listen,
} from '@marquee/service-kit';
import { memoryIdempotency } from '@marquee/testing';
import { parseSetCookie } from 'cookie';
import { z } from 'zod';
import { plexConnector } from '../adapters/plex-connector.ts';
import { openPlexPeople } from '../open-plex-people.ts';
import { plexClientIdentifier } from '../plex-sign-in/client-identifier.ts';
import { testIdentity, testStore } from './gateway-store.ts';
import { twoPlexes } from './two-plexes.ts';

const ORIGIN = 'http://localhost:8080';
const Envelope = z.object({
  data: z.unknown(),
  error: z.object({ code: z.string() }).nullable(),
});
const Started = z.object({ signInUrl: z.string() });
const Finished = z.object({
  state: z.string(),
  session: z.object({ accessToken: z.string(), user: User }).optional(),
});

export interface Heard {
  status: number;
  code: string | undefined;
  data: unknown;
  headers: Headers;
  /** Everything that came back, for looking for what must not be in it. */
  whole: string;
}

/** Accounts and sign-in with Plex behind their routes: real database, real stand-ins, and all that was logged. */
export async function runningPlexPeople() {
  const [plexes, store] = await Promise.all([twoPlexes(), testStore()]);
  const identity = await testIdentity({ store });
  const logged: string[] = [];
  const secrets = createSecrets();
  const log = createLogger({
    service: 'gateway',
    level: 'debug',
    secrets,
    destination: { write: (line) => logged.push(line) },
  });
  const signIn: Settings['signIn'] = { plex: true, plexPeople: 'invited' };
  const connections: PlexConnection[] = [
    { id: 'attic', name: 'Attic', url: plexes.attic.url, token: plexes.attic.token, demo: false },
  ];
  const { people, sessions, audit, clock } = identity;
  const address = {
    url: ORIGIN,
    secure: false,
    encrypted: true,
    allowsOrigin: (origin: string) => origin === ORIGIN,
  };
  const roles: string[] = [];
  const plexPeople = openPlexPeople(
    { MARQUEE_PLEX_TV_URL: plexes.plexTv.url, MARQUEE_PLEX_APP_URL: plexes.plexTv.url },
    {
      ...{ identity, audit, secrets, log, now: clock.now },
      db: store.store.db,
      plexClientIdentifier: plexClientIdentifier(randomBytes(32)),
      version: '0',
      roleChanged: async ({ name, role }) => void roles.push(`${name} is ${role}`),
      address: () => address,
      settings: { signIn: async () => signIn, plexServers: async () => connections },
      guard: createOutboundGuard(),
      connectPlex: plexConnector({ version: '0', secrets, log }),
    },
  );
  identity.heed({ recheck: plexPeople.recheck, plexIsOn: async () => signIn.plex });
  const service = createServiceApp({
    name: 'gateway',
    version: '0',
    ...{ log, secrets },
    authenticate: identity.authenticate,
    idempotency: memoryIdempotency(),
  });
  for (const handler of identity.door) service.app.use(handler);
  identity.serve(service);
  plexPeople.serve(service);
  const listening = await listen(service.app, { port: 0 });
  const answers: string[] = [];

  /** A browser: keeps its cookies and says where its writes come from. */
  function browser() {
    const jar = new Map<string, string>();
    async function ask(
      method: string,
      path: string,
      body?: unknown,
      more: Record<string, string> = {},
    ): Promise<Heard> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(`${listening.url}/api${path}`, {
        method,
        redirect: 'manual',
        headers: {
          origin: ORIGIN,
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...more,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const { name, value = '', maxAge } = parseSetCookie(line);
        if (maxAge === 0) jar.delete(name);
        else jar.set(name, value);
      }
      const text = await answer.text();
      const whole = `${[...answer.headers].join('\n')}\n${text}`;
      answers.push(whole);
      const { data, error } = Envelope.parse(JSON.parse(text));
      return { status: answer.status, code: error?.code, data, headers: answer.headers, whole };
    }
    return {
      jar,
      ask,
      /** Begins, and tells the code that stands in the address at plex.tv. */
      async start(): Promise<string> {
        const { data } = await ask('POST', '/auth/plex/start');
        const { hash } = new URL(Started.parse(data).signInUrl);
        return new URLSearchParams(hash.slice(2)).get('code') ?? '';
      },
      finish: () => ask('POST', '/auth/plex/finish'),
      /** The whole way, with somebody's yes. */
      async signIn(plexId: number) {
        plexes.plexTv.approve(await this.start(), plexId);
        const heard = await this.finish();
        const session = heard.status === 200 ? Finished.parse(heard.data).session : undefined;
        return { ...heard, user: session?.user, accessToken: session?.accessToken };
      },
    };
  }

  return {
    plexes,
    ...{ people, sessions, audit, clock, signIn, connections, logged, answers, browser, plexPeople },
    /** Who was told of a new role. */
    roles,
    db: store.store.db,
    makeOwner: () =>
      people.add({
        name: 'Owner',
        role: 'admin',
        owner: true,
        login: { origin: 'local', passwordHash: 'none' },
        libraries: 'all',
      }),
    makeLocal: (name: string, role: Role = 'viewer') =>
      people.add({ name, role, login: { origin: 'local', passwordHash: 'none' }, libraries: 'all' }),
    /** A browser of this person, signed in. */
    async as(user: User) {
      const from = { address: '192.0.2.1', requestId: 'test' };
      const { signedIn } = await sessions.begin(user, { method: 'password', userAgent: undefined, from });
      const { ask } = browser();
      const headers = { authorization: `Bearer ${signedIn.accessToken}` };
      return (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
        ask(method, path, body, { ...headers, ...more });
    },
    async close() {
      await listening.close();
      plexPeople.stop();
      await Promise.all([plexes.close(), store.close()]);
    },
  };
}
export type RunningPlexPeople = Awaited<ReturnType<typeof runningPlexPeople>>;
