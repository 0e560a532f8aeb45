import type { Principal, Role } from '@marquee/contracts';
import { asRole } from '@marquee/testing';
import request from 'supertest';
import type { RunningConfig } from './running-config.ts';

/** Requests to a running service by a person: an admin who sees everything, unless said otherwise. */
export function asking(
  config: () => RunningConfig,
  role: Role = 'admin',
  libraries: Principal['libraries'] = 'all',
) {
  const headers = asRole(role, libraries);
  const send = (method: 'get' | 'post' | 'put' | 'patch' | 'delete') => (path: string) =>
    request(config().app())[method](`/api${path}`).set(headers);
  return {
    get: send('get'),
    post: send('post'),
    put: send('put'),
    patch: send('patch'),
    drop: send('delete'),
  };
}
