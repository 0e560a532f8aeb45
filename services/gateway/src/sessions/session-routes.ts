import { problem, sessionRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { Audit } from '../audit/audit.ts';
import { whenceOf } from '../door/whence.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { Sessions } from './sessions.ts';

export function serveSessions(
  service: Pick<ServiceApp, 'serve'>,
  { sessions, people, audit }: { sessions: Sessions; people: PeopleStore; audit: Audit },
): void {
  const find = async (userId: string) => {
    const user = await people.find(userId);
    if (!user) throw problem('user.not-found');
    return user;
  };

  service.serve(sessionRoutes.list, ({ principal }) => sessions.list(principal.id, principal.via.id));

  service.serve(sessionRoutes.end, async (call) => {
    const { principal, params } = call;
    if (!(await sessions.end(principal.id, params.sessionId, 'ended-by-person')))
      throw problem('session.not-found');
    await audit.note({
      actor: principal,
      action: 'session.ended',
      target: { kind: 'session', id: params.sessionId, name: principal.name },
      from: whenceOf(call),
    });
    return {};
  });

  service.serve(sessionRoutes.endAll, async (call) => {
    const { principal, query } = call;
    const keep = query.keep === 'current' ? principal.via.id : undefined;
    const ended = await sessions.endAll(principal.id, 'ended-by-person', keep);
    await audit.note({
      actor: principal,
      action: 'session.all-ended',
      target: { kind: 'user', id: principal.id, name: principal.name },
      after: { ended },
      from: whenceOf(call),
    });
    return { ended };
  });

  service.serve(sessionRoutes.listOf, async ({ params, principal }) => {
    const user = await find(params.userId);
    return sessions.list(user.id, principal.via.id);
  });

  service.serve(sessionRoutes.endAllOf, async (call) => {
    const user = await find(call.params.userId);
    const ended = await sessions.endAll(user.id, 'ended-by-admin');
    await audit.note({
      actor: call.principal,
      action: 'session.all-ended',
      target: { kind: 'user', id: user.id, name: user.name },
      after: { ended },
      from: whenceOf(call),
    });
    return { ended };
  });
}
