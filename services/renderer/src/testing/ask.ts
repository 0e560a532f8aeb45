import type { Principal, Role } from '@marquee/contracts';
import { asRole } from '@marquee/testing';
import request from 'supertest';
import type { RunningRenderer } from './running-renderer.ts';

/** Requests to a running service by a person: an editor who sees everything, unless said otherwise. */
export function asking(
  renderer: () => RunningRenderer,
  role: Role = 'editor',
  libraries: Principal['libraries'] = 'all',
  id?: string,
) {
  const headers = asRole(role, libraries, id);
  const send = (method: 'get' | 'post' | 'delete') => (path: string) =>
    request(renderer().app())[method](`/api${path}`).set(headers);
  return { get: send('get'), post: send('post'), remove: send('delete') };
}
