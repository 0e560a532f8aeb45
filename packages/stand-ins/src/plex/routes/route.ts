import type { Answer } from '../wire/answer.ts';
import { decodeText } from '../wire/query.ts';
import type { PlexRequest } from '../wire/request.ts';
import type { World } from '../world/world.ts';

export type Handler = (request: PlexRequest, world: World) => Answer | Promise<Answer>;

/** `owner` routes change or reveal what only the server's owner may. */
export type Audience = 'everybody' | 'owner';

export interface Route {
  method: string;
  segments: string[];
  audience: Audience;
  answer: Handler;
}

const route =
  (method: string, audience: Audience) =>
  (path: string, answer: Handler): Route => ({
    method,
    segments: path.split('/').slice(1),
    audience,
    answer,
  });

export const get = route('GET', 'everybody');
export const getAsOwner = route('GET', 'owner');
export const put = route('PUT', 'everybody');
export const putAsOwner = route('PUT', 'owner');
export const post = route('POST', 'everybody');
export const postAsOwner = route('POST', 'owner');
export const remove = route('DELETE', 'everybody');
export const removeAsOwner = route('DELETE', 'owner');

const match = (segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined => {
  if (segments.length !== parts.length) return undefined;
  const named: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    const part = parts[at] ?? '';
    if (segment.startsWith('{')) named[segment.slice(1, -1)] = decodeText(part);
    else if (segment !== part) return undefined;
  }
  return named;
};

const withoutLastSlash = (path: string): string =>
  path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;

export const findRoute = (
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; parts: Record<string, string> } | undefined => {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const segments = withoutLastSlash(path).split('/').slice(1);
  for (const candidate of routes) {
    if (candidate.method !== wanted) continue;
    const parts = match(candidate.segments, segments);
    if (parts) return { route: candidate, parts };
  }
  return undefined;
};
