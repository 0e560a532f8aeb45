import { z } from 'zod';
import { PageQuery, pageOf } from './paging.ts';
import { route } from './route.ts';

export const AuditEntry = z
  .object({
    id: z.int().positive(),
    at: z.iso.datetime(),
    actor: z.object({
      id: z.string().nullable().describe('null when nobody was signed in'),
      name: z.string(),
      via: z.enum(['session', 'api-key', 'nobody', 'system']),
    }),
    action: z.string().describe('What was done: session.started, user.role-changed, settings.saved …'),
    outcome: z.enum(['done', 'refused']),
    target: z.object({ kind: z.string(), id: z.string(), name: z.string() }).nullable(),
    address: z.string().nullable().describe('Where it came from'),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

const AuditFilter = z.object({
  actor: z.string().max(64).optional().describe('Id of who did it'),
  action: z
    .string()
    .max(80)
    .optional()
    .describe('An action, or its beginning: `user.` finds all about users'),
  outcome: z.enum(['done', 'refused']).optional(),
  search: z.string().max(100).optional().describe('Text in names, targets and addresses'),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

const entryExample = {
  id: 42,
  at: '2026-11-21T05:10:00.000Z',
  actor: { id: 'u5f2bQ0n7mX2b9c1d4e5f6', name: 'Ada', via: 'session' as const },
  action: 'user.role-changed',
  outcome: 'done' as const,
  target: { kind: 'user', id: 'u6g3cR1o8nY3c0d2e5f6g7', name: 'Grace' },
  address: '192.168.1.20',
  before: { role: 'viewer' },
  after: { role: 'editor' },
  requestId: '0d9f7c1e-5b7a-4c0e-9d55-9f0e6f1c2a3b',
};

export const auditRoutes = {
  list: route({
    method: 'get',
    path: '/audit',
    summary: 'Who did what to what, newest first',
    tag: 'Audit log',
    role: 'admin',
    query: AuditFilter.extend(PageQuery.shape),
    reply: pageOf(AuditEntry),
    errors: ['request.bad-cursor'],
    examples: { query: { action: 'user.' }, reply: { entries: [entryExample], total: 1, nextCursor: null } },
  }),
  export: route({
    method: 'get',
    path: '/audit/export',
    summary: 'The same as a file',
    tag: 'Audit log',
    role: 'admin',
    query: AuditFilter.extend({ format: z.enum(['csv', 'ndjson']).default('csv') }),
    reply: z.string(),
    replyKind: 'bytes',
    replyTypes: ['text/csv', 'application/x-ndjson'],
    timeoutMs: 60_000,
    examples: { query: { format: 'csv' } },
  }),
};
