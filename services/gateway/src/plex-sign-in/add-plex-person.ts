import { isOfOneAlphabet, Problem, type Role, type User } from '@marquee/contracts';
import type { PeopleStore } from '../people/people-store.ts';

export interface NewPlexPerson {
  plexId: number;
  /** As plex.tv tells it: anything at all, and anybody’s. */
  name: string;
  role: Role;
  libraries: User['libraries'];
}

const MOST_NAMESAKES = 99;
const LONGEST = 64;

/** Only what a name here may hold; the account is known by its number, so nothing depends on it. */
export function nameFromPlex(name: string, plexId: number): string {
  const kept = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N} ._@-]/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  const short = [...kept]
    .slice(0, LONGEST)
    .join('')
    .replace(/[^\p{L}\p{N}]+$/u, '');
  return short === '' || !isOfOneAlphabet(short) ? `Plex ${plexId}` : short;
}

/** Brackets cannot be typed into a name here, so these never stand in a local account's way. */
function* namesFor(name: string): Generator<string> {
  yield name;
  yield `${name} (Plex)`;
  for (let number = 2; number <= MOST_NAMESAKES; number += 1) yield `${name} (Plex ${number})`;
}

/** Adds the account, or finds the one that was added for the same number at the same moment. */
export async function addPlexPerson(
  people: Pick<PeopleStore, 'add' | 'findByPlexId'>,
  { plexId, name, role, libraries }: NewPlexPerson,
): Promise<{ user: User; added: boolean }> {
  let taken: unknown;
  for (const candidate of namesFor(nameFromPlex(name, plexId))) {
    try {
      const login = { origin: 'plex' as const, plexId };
      return { user: await people.add({ name: candidate, role, login, libraries }), added: true };
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'user.name-taken') throw error;
      taken = error;
    }
    const meanwhile = await people.findByPlexId(plexId);
    if (meanwhile) return { user: meanwhile, added: false };
  }
  throw taken;
}
