import type { PlexPerson } from '@marquee/contracts';
import type { PlexTv } from '@marquee/plex';
import type { PeopleStore } from '../people/people-store.ts';
import { nameOf } from '../plex-sign-in/finish-plex-sign-in.ts';
import type { PlexServersInUse } from '../plex-sign-in/plex-access.ts';

export interface PlexPeoplePorts {
  plexTv: Pick<PlexTv, 'account' | 'servers' | 'people'>;
  servers: PlexServersInUse;
  people: Pick<PeopleStore, 'list'>;
}

type Found = Omit<PlexPerson, 'userId' | 'servers'> & { machineIdentifiers: string[] };

/** Everyone whom plex.tv lets use a configured server, its owner first. */
export async function listPlexPeople(ports: PlexPeoplePorts): Promise<PlexPerson[]> {
  const [servers, accounts] = await Promise.all([ports.servers(), ports.people.list()]);
  const tokens = [...new Set(servers.flatMap(({ token }) => token ?? []))];
  const found = (await Promise.all(tokens.map((token) => peopleOf(ports.plexTv, token)))).flat();
  const userIds = new Map(accounts.map(({ plexId, id }) => [plexId, id]));
  const byId = new Map<number, PlexPerson>();
  for (const { plexId, name, owner, machineIdentifiers } of found) {
    const names = servers
      .filter(
        ({ machineIdentifier }) =>
          machineIdentifier !== null && machineIdentifiers.includes(machineIdentifier),
      )
      .map((server) => server.name);
    if (names.length === 0) continue;
    const before = byId.get(plexId);
    byId.set(plexId, {
      plexId,
      name,
      owner: owner || before?.owner === true,
      servers: [...new Set([...(before?.servers ?? []), ...names])],
      userId: userIds.get(plexId) ?? null,
    });
  }
  return [...byId.values()].toSorted(
    (a, b) => Number(b.owner) - Number(a.owner) || a.name.localeCompare(b.name),
  );
}

async function peopleOf(plexTv: PlexPeoplePorts['plexTv'], token: string): Promise<Found[]> {
  const [account, servers, people] = await Promise.all([
    plexTv.account(token),
    plexTv.servers(token),
    plexTv.people(token),
  ]);
  const owned = servers.filter((server) => server.owned).map(({ machineIdentifier }) => machineIdentifier);
  return [
    { plexId: account.id, name: nameOf(account), owner: true, machineIdentifiers: owned },
    ...people.map((person) => ({
      plexId: person.id,
      name: nameOf(person),
      owner: false,
      machineIdentifiers: person.machineIdentifiers,
    })),
  ];
}
