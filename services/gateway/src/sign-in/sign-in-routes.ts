import { Problem, problem, type SignInOptions, signInRoutes } from '@marquee/contracts';
import { type Authenticate, answer, type ServiceApp } from '@marquee/service-kit';
import type { Audit } from '../audit/audit.ts';
import { forgetCookie, readCookie } from '../door/cookies.ts';
import type { PublicAddress } from '../door/public-address.ts';
import { whenceOf } from '../door/whence.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { LiveSessions } from '../sessions/create-sessions.ts';
import type { Handed } from '../sessions/sessions.ts';
import type { SigningKeys } from '../tokens/signing-keys.ts';
import { hashPassword } from '../users/passwords.ts';
import type { PasswordSignIn } from './password-sign-in.ts';
import type { Setup } from './setup.ts';
import type { Tries } from './tries.ts';

export interface SignInPorts {
  setup: Setup;
  passwords: PasswordSignIn;
  sessions: LiveSessions;
  people: PeopleStore;
  keys: SigningKeys;
  tries: Tries;
  audit: Audit;
  address: () => PublicAddress;
  viewer: Authenticate;
  /** Whether one may sign in with Plex now. */
  plexIsOn: () => Promise<boolean>;
}

/** What a browser gets: the body, and cookies that no script reads; nothing in between may keep it. */
function handed({ signedIn, cookies }: Handed) {
  return answer(signedIn, { cookies });
}

const NAME_OF_SETUP = 'set-up';

export function serveSignIn(service: Pick<ServiceApp, 'serve'>, ports: SignInPorts): void {
  const { setup, passwords, sessions, people, keys, tries, audit, address } = ports;

  service.serve(
    signInRoutes.options,
    async (): Promise<SignInOptions> => ({
      setupNeeded: await setup.isNeeded(),
      methods: (await ports.plexIsOn()) ? ['password', 'plex'] : ['password'],
      encrypted: address().encrypted,
    }),
  );

  service.serve(signInRoutes.setUp, async (call) => {
    const from = whenceOf(call);
    tries.check(from.address, NAME_OF_SETUP);
    const owner = await setup.run(call.body).catch(async (error: unknown) => {
      // Coming late is no guess.
      if (error instanceof Problem && error.code === 'setup.code-wrong')
        tries.failed(from.address, NAME_OF_SETUP);
      await audit.note({
        actor: { stranger: call.body.name },
        action: 'setup.refused',
        outcome: 'refused',
        from,
      });
      throw error;
    });
    await audit.note({
      actor: 'system',
      action: 'setup.done',
      target: { kind: 'user', id: owner.id, name: owner.name },
      from,
    });
    const userAgent = call.request.headers['user-agent'];
    return handed(await sessions.begin(owner, { method: 'setup', userAgent, from }));
  });

  service.serve(signInRoutes.signIn, async (call) => {
    const from = whenceOf(call);
    const user = await passwords.check(call.body.name, call.body.password, from);
    const userAgent = call.request.headers['user-agent'];
    return handed(await sessions.begin(user, { method: 'password', userAgent, from }));
  });

  service.serve(signInRoutes.refresh, async (call) => {
    const token = readCookie(call.request, 'refresh', address());
    return handed(await sessions.refresh(token, whenceOf(call), call.request.headers['user-agent']));
  });

  service.serve(signInRoutes.signOut, async (call) => {
    const session = await sessions.endByToken(readCookie(call.request, 'refresh', address()));
    const user = session && (await people.find(session.user_id));
    if (session && user)
      await audit.note({
        actor: { id: user.id, name: user.name, via: { kind: 'session', id: session.id } },
        action: 'session.signed-out',
        from: whenceOf(call),
      });
    return answer({}, { cookies: [forgetCookie('refresh', address()), forgetCookie('view', address())] });
  });

  service.serve(signInRoutes.me, async ({ principal }) => {
    const user = await people.find(principal.id);
    if (!user) throw problem('auth.required');
    // An API key may do less than its person.
    return { ...user, role: principal.role };
  });

  service.serve(signInRoutes.changePassword, async (call) => {
    const { principal, body } = call;
    const from = whenceOf(call);
    const known = await people.find(principal.id);
    if (known?.origin !== 'local') throw problem('user.no-password');
    const user = await passwords.check(known.name, body.current, from);
    await people.change(user.id, { passwordHash: await hashPassword(body.next) });
    await sessions.endAll(user.id, 'password-changed');
    await audit.note({
      actor: principal,
      action: 'user.password-changed',
      target: { kind: 'user', id: user.id, name: user.name },
      from,
    });
    const userAgent = call.request.headers['user-agent'];
    return handed(await sessions.begin(user, { method: 'password', userAgent, from }));
  });

  service.serve(signInRoutes.keys, async () =>
    answer(keys.jwks(), { headers: { 'cache-control': 'public, max-age=60' } }),
  );

  service.serve(signInRoutes.rotateKeys, async (call) => {
    const kid = await keys.rotate();
    await audit.note({
      actor: call.principal,
      action: 'signing-key.rotated',
      target: { kind: 'signing-key', id: kid, name: kid },
      from: whenceOf(call),
    });
    return { kid };
  });

  service.serve(signInRoutes.verify, async ({ request }) => {
    const principal = await ports.viewer(request);
    if (principal)
      return answer(
        { user: principal.name, role: principal.role },
        {
          headers: {
            'remote-user': encodeURIComponent(principal.name),
            'remote-name': encodeURIComponent(principal.name),
            'remote-groups': principal.role,
          },
        },
      );
    // A browser that opens a page is led to the sign-in page; everything else is told no.
    if (!/\btext\/html\b/.test(request.headers.accept ?? '')) throw problem('auth.required');
    return answer({ user: '', role: '' }, { status: 303, headers: { location: `${address().url}/sign-in` } });
  });
}
