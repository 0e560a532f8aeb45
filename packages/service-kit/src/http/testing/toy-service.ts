import { type AnyRoute, problem, route } from '@marquee/contracts';
import { memoryIdempotency, testAuthenticate } from '@marquee/testing';
import { z } from 'zod';
import { createLogger } from '../../log/logger.ts';
import { createSecrets, type Secrets } from '../../log/secrets.ts';
import { answer, bytes } from '../answer.ts';
import { requireMatch } from '../etag.ts';
import type { IdempotencyStore } from '../idempotency.ts';
import type { Checks } from '../readiness.ts';
import { createServiceApp, type ServiceApp } from '../service-app.ts';

const Note = z.object({ id: z.string(), text: z.string() });
const Nested = z.object({
  text: z.string().max(20),
  tags: z.array(z.object({ name: z.string() })).optional(),
});

/** Routes that use everything a route can say. */
const toyRoutes = {
  open: route({
    method: 'get',
    path: '/open',
    summary: 's',
    tag: 'T',
    role: 'public',
    reply: z.object({ name: z.string() }),
  }),
  list: route({
    method: 'get',
    path: '/notes',
    summary: 's',
    tag: 'T',
    role: 'viewer',
    query: z.object({ limit: z.coerce.number().int().max(10).default(5), word: z.string().optional() }),
    reply: z.object({ limit: z.number(), word: z.string().nullable() }),
  }),
  read: route({
    method: 'get',
    path: '/notes/:id',
    summary: 's',
    tag: 'T',
    role: 'viewer',
    params: z.object({ id: z.string().regex(/^\w{1,10}$/) }),
    reply: Note,
    etag: true,
  }),
  make: route({
    method: 'post',
    path: '/notes',
    summary: 's',
    tag: 'T',
    role: 'editor',
    body: Nested,
    reply: Note,
    status: 201,
    idempotent: true,
    maxBodyBytes: 2000,
  }),
  save: route({
    method: 'put',
    path: '/notes/:id',
    summary: 's',
    tag: 'T',
    role: 'editor',
    params: z.object({ id: z.string() }),
    body: z.object({ text: z.string() }),
    reply: Note,
    ifMatch: true,
  }),
  remove: route({
    method: 'delete',
    path: '/notes/:id',
    summary: 's',
    tag: 'T',
    role: 'admin',
    params: z.object({ id: z.string() }),
    reply: z.undefined(),
    status: 204,
  }),
  picture: route({
    method: 'get',
    path: '/notes/:id/picture',
    summary: 's',
    tag: 'T',
    role: 'viewer',
    params: z.object({ id: z.string() }),
    reply: z.instanceof(Uint8Array),
    replyKind: 'bytes',
    replyTypes: ['image/png'],
    etag: true,
  }),
  upload: route({
    method: 'post',
    path: '/notes/:id/picture',
    summary: 's',
    tag: 'T',
    role: 'editor',
    params: z.object({ id: z.string() }),
    upload: ['image/png'],
    reply: z.object({ size: z.number() }),
    maxBodyBytes: 1000,
  }),
} satisfies Record<string, AnyRoute>;

export interface Toy {
  service: ServiceApp;
  logged: Record<string, unknown>[];
  secrets: Secrets;
}

/** A service of one folder of notes, with its log caught. */
export function toyService(
  options: { checks?: Checks; idempotency?: IdempotencyStore; onMake?: () => Promise<void> | void } = {},
): Toy {
  const logged: Record<string, unknown>[] = [];
  const secrets = createSecrets();
  const log = createLogger({
    service: 'toy',
    level: 'trace',
    secrets,
    destination: { write: (line) => void logged.push(JSON.parse(line)) },
  });
  const service = createServiceApp({
    name: 'toy',
    version: '1.2.3',
    log,
    authenticate: testAuthenticate,
    secrets,
    idempotency: options.idempotency ?? memoryIdempotency(),
    checks: options.checks ?? {},
  });
  let made = 0;
  service.serve(toyRoutes.open, async ({ principal }) => ({ name: principal.name }));
  service.serve(toyRoutes.list, async ({ query }) => ({ limit: query.limit, word: query.word ?? null }));
  service.serve(toyRoutes.read, async ({ params }) => {
    // A handler's slip: the extra field must not get out.
    const note = { id: params.id, text: 'hello', plexToken: 'do-not-show' };
    return answer(note, { etag: 'v1' });
  });
  service.serve(toyRoutes.make, async ({ body }) => {
    await options.onMake?.();
    made += 1;
    return { id: String(made), text: body.text };
  });
  service.serve(toyRoutes.save, async ({ params, body, ifMatch }) => {
    requireMatch(ifMatch, 'v1');
    return answer({ id: params.id, text: body.text }, { etag: 'v2' });
  });
  service.serve(toyRoutes.remove, async ({ params }) => {
    if (params.id === 'gone') throw problem('item.not-found');
    return undefined;
  });
  service.serve(toyRoutes.picture, async () =>
    bytes(Buffer.from('pixels'), {
      contentType: 'image/png',
      etag: '"p1"',
      cacheControl: 'private, max-age=60',
    }),
  );
  service.serve(toyRoutes.upload, async ({ upload }) => ({ size: upload.length }));
  return { service, logged, secrets };
}
