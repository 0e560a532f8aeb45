import { type PlexAnswer, problem, signInRoutes } from '@marquee/contracts';
import type { PlexTv } from '@marquee/plex';
import { answer, type ServiceApp } from '@marquee/service-kit';
import { cookie, forgetCookie, readCookie } from '../door/cookies.ts';
import type { PublicAddress } from '../door/public-address.ts';
import { whenceOf } from '../door/whence.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { hashOf, newToken } from '../sessions/refresh-tokens.ts';
import { type FinishPorts, finishPlexSignIn } from './finish-plex-sign-in.ts';
import type { PlexTries } from './plex-tries.ts';

export interface PlexSignInPorts extends FinishPorts {
  plexTv: FinishPorts['plexTv'] & Pick<PlexTv, 'startPin' | 'signInUrl'>;
  people: FinishPorts['people'] & Pick<PeopleStore, 'hasOwner'>;
  tries: PlexTries;
  address: () => PublicAddress;
  now: () => Date;
}

const LIFE_MS = 5 * 60_000;

export function servePlexSignIn(service: Pick<ServiceApp, 'serve'>, ports: PlexSignInPorts): void {
  const { plexTv, people, attempts, tries, address } = ports;

  async function insistOnPlex(): Promise<void> {
    if (!(await ports.settings()).plex) throw problem('auth.plex-off');
    // The first admin is whoever has the code, never whoever comes first from Plex.
    if (!(await people.hasOwner()))
      throw problem('auth.plex-off', {
        details: [{ message: 'Make the first admin with the set-up code.' }],
      });
  }

  service.serve(signInRoutes.plexStart, async (call) => {
    await insistOnPlex();
    tries.start(whenceOf(call).address);
    const pin = await plexTv.startPin({ signal: call.signal });
    const state = newToken();
    const latest = ports.now().getTime() + LIFE_MS;
    const expiresAt = new Date(Math.min(latest, pin.expiresAt?.getTime() ?? latest));
    await attempts.add(hashOf(state), { pinId: pin.id, expiresAt });
    return answer(
      {
        signInUrl: plexTv.signInUrl(pin.code, `${address().url}/api/auth/callback`),
        expiresAt: expiresAt.toISOString(),
      },
      // plex.tv leads the browser back to us, which "strict" takes for another site's doing.
      { cookies: [cookie('plex', state, address(), { maxAgeSeconds: LIFE_MS / 1000, sameSite: 'lax' })] },
    );
  });

  service.serve(signInRoutes.plexCallback, async () =>
    answer({}, { headers: { location: '/sign-in?plex=back' } }),
  );

  service.serve(signInRoutes.plexFinish, async (call) => {
    await insistOnPlex();
    const from = whenceOf(call);
    tries.finish(from.address);
    const session = await finishPlexSignIn(ports, {
      state: readCookie(call.request, 'plex', address()),
      userAgent: call.request.headers['user-agent'],
      from,
    });
    if (!session) return { state: 'waiting' } satisfies PlexAnswer;
    return answer({ state: 'signed-in', session: session.signedIn } satisfies PlexAnswer, {
      cookies: [...session.cookies, forgetCookie('plex', address())],
    });
  });
}
