import { problem, userRoutes } from '@marquee/contracts';
import type { Call, ServiceApp } from '@marquee/service-kit';
import { whenceOf } from '../door/whence.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { addPlexPerson } from '../plex-sign-in/add-plex-person.ts';
import { type By, type ChangeUserPorts, changeUser, removeUser, targetOf, userOf } from './change-user.ts';
import { hashPassword } from './passwords.ts';
import { listPlexPeople, type PlexPeoplePorts } from './plex-people.ts';

export interface UserPorts extends ChangeUserPorts, PlexPeoplePorts {
  people: PeopleStore;
}

const byCaller = (call: Pick<Call<typeof userRoutes.list>, 'principal' | 'request' | 'requestId'>): By => ({
  actor: call.principal,
  from: whenceOf(call),
});

export function serveUsers(service: Pick<ServiceApp, 'serve'>, ports: UserPorts): void {
  const { people, sessions, audit } = ports;

  service.serve(userRoutes.list, () => people.list());

  service.serve(userRoutes.create, async (call) => {
    const { name, password, role } = call.body;
    const login = { origin: 'local' as const, passwordHash: await hashPassword(password) };
    const user = await people.add({ name, role, login, libraries: 'all' });
    await audit.note({
      ...byCaller(call),
      action: 'user.created',
      target: targetOf(user),
      after: { name, role, origin: 'local' },
    });
    return user;
  });

  service.serve(userRoutes.change, (call) =>
    changeUser(ports, call.params.userId, call.body, byCaller(call)),
  );

  service.serve(userRoutes.setPassword, async (call) => {
    const known = await userOf(ports, call.params.userId);
    if (known.origin !== 'local') throw problem('user.no-password');
    const user = await people.change(known.id, { passwordHash: await hashPassword(call.body.password) });
    await sessions.endAll(user.id, 'password-changed');
    await audit.note({
      ...byCaller(call),
      action: 'user.password-set',
      target: targetOf(user),
      after: { password: { set: true } },
    });
    return user;
  });

  service.serve(userRoutes.remove, async (call) => {
    await removeUser(ports, call.params.userId, byCaller(call));
    return {};
  });

  service.serve(userRoutes.plexPeople, () => listPlexPeople(ports));

  service.serve(userRoutes.invite, async (call) => {
    const { plexId, role } = call.body;
    if (await people.findByPlexId(plexId)) throw problem('user.name-taken');
    const person = (await listPlexPeople(ports)).find((one) => one.plexId === plexId);
    if (!person) throw problem('user.no-access');
    // What they may see is known when they come with a token of their own.
    const libraries = person.owner ? ('all' as const) : [];
    const { user, added } = await addPlexPerson(people, { plexId, name: person.name, role, libraries });
    if (!added) throw problem('user.name-taken');
    await audit.note({
      ...byCaller(call),
      action: 'user.invited',
      target: targetOf(user),
      after: { name: user.name, role, origin: 'plex', plexId },
    });
    return user;
  });
}
