import { type ApiKey, apiKeyRoutes, type User } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { Audit } from '../audit/audit.ts';
import { whenceOf } from '../door/whence.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { ApiKeys } from './api-keys.ts';

export function serveApiKeys(
  service: Pick<ServiceApp, 'serve'>,
  ports: {
    apiKeys: ApiKeys;
    people: PeopleStore;
    audit: Audit;
    /** Tells the person that a key of theirs was made. */
    heed?: (user: User, key: ApiKey) => Promise<void>;
  },
): void {
  const { apiKeys, people, audit } = ports;
  const target = ({ id, name }: ApiKey) => ({ kind: 'api-key', id, name });

  service.serve(apiKeyRoutes.list, ({ principal }) => apiKeys.list(principal.id));

  service.serve(apiKeyRoutes.create, async (call) => {
    const { principal, body } = call;
    const made = await apiKeys.create(principal, body);
    await audit.note({
      actor: principal,
      action: 'api-key.made',
      target: target(made),
      after: { role: made.role },
      from: whenceOf(call),
    });
    const user = await people.find(principal.id);
    if (user) await ports.heed?.(user, made);
    return made;
  });

  service.serve(apiKeyRoutes.remove, async (call) => {
    const removed = await apiKeys.remove(call.principal.id, call.params.keyId);
    await audit.note({
      actor: call.principal,
      action: 'api-key.removed',
      target: target(removed),
      from: whenceOf(call),
    });
    return {};
  });
}
