import { z } from 'zod';
import { UserId } from './people.ts';
import { Role } from './roles.ts';
import { route } from './route.ts';

export const SessionId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({ id: 'SessionId', examples: ['s5f2bQ0n7mX2b9c1d4e5f6'] });

export const Session = z
  .object({
    id: SessionId,
    current: z.boolean().describe('The session that asks'),
    method: z.enum(['password', 'plex', 'setup']),
    device: z.string().describe('What the browser said it is, in short'),
    address: z.string().describe('Where it was last used from'),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const ApiKeyId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({ id: 'ApiKeyId', examples: ['k5f2bQ0n7mX2b9c1d4e5f6'] });

export const ApiKey = z
  .object({
    id: ApiKeyId,
    name: z.string(),
    role: Role.describe('What it may do; never more than its person'),
    hint: z.string().describe('How the key begins, to tell keys apart'),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
    lastAddress: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKey>;

const sessionExample = {
  id: 's5f2bQ0n7mX2b9c1d4e5f6',
  current: true,
  method: 'password' as const,
  device: 'Firefox on Linux',
  address: '192.168.1.20',
  createdAt: '2026-11-21T05:00:00.000Z',
  lastUsedAt: '2026-11-21T05:10:00.000Z',
  expiresAt: '2026-12-21T05:00:00.000Z',
};
const keyExample = {
  id: 'k5f2bQ0n7mX2b9c1d4e5f6',
  name: 'Backup script',
  role: 'viewer' as const,
  hint: 'mq_4fTz',
  createdAt: '2026-11-21T05:00:00.000Z',
  lastUsedAt: null,
  lastAddress: null,
};
const sessionParams = z.object({ sessionId: SessionId });

export const sessionRoutes = {
  list: route({
    method: 'get',
    path: '/auth/sessions',
    summary: 'Where you are signed in',
    tag: 'Sessions',
    role: 'viewer',
    reply: z.array(Session),
    examples: { reply: [sessionExample] },
  }),
  end: route({
    method: 'delete',
    path: '/auth/sessions/:sessionId',
    summary: 'End one of your sessions',
    tag: 'Sessions',
    role: 'viewer',
    params: sessionParams,
    reply: z.object({}),
    errors: ['session.not-found'],
    examples: { params: { sessionId: sessionExample.id }, reply: {} },
  }),
  endAll: route({
    method: 'delete',
    path: '/auth/sessions',
    summary: 'Sign out everywhere',
    description: 'Ends all your sessions, this one too unless `others` is given.',
    tag: 'Sessions',
    role: 'viewer',
    query: z.object({ keep: z.enum(['none', 'current']).default('none') }),
    reply: z.object({ ended: z.int().nonnegative() }),
    examples: { query: { keep: 'current' }, reply: { ended: 3 } },
  }),
  listOf: route({
    method: 'get',
    path: '/users/:userId/sessions',
    summary: 'Where a person is signed in',
    tag: 'Sessions',
    role: 'admin',
    params: z.object({ userId: UserId }),
    reply: z.array(Session),
    errors: ['user.not-found'],
    examples: {
      params: { userId: 'u5f2bQ0n7mX2b9c1d4e5f6' },
      reply: [{ ...sessionExample, current: false }],
    },
  }),
  endAllOf: route({
    method: 'delete',
    path: '/users/:userId/sessions',
    summary: 'Sign a person out everywhere',
    tag: 'Sessions',
    role: 'admin',
    params: z.object({ userId: UserId }),
    reply: z.object({ ended: z.int().nonnegative() }),
    errors: ['user.not-found'],
    examples: { params: { userId: 'u5f2bQ0n7mX2b9c1d4e5f6' }, reply: { ended: 2 } },
  }),
};

export const apiKeyRoutes = {
  list: route({
    method: 'get',
    path: '/auth/api-keys',
    summary: 'Your API keys',
    tag: 'API keys',
    role: 'viewer',
    reply: z.array(ApiKey),
    examples: { reply: [keyExample] },
  }),
  create: route({
    method: 'post',
    path: '/auth/api-keys',
    summary: 'Make an API key',
    description:
      'The key itself is shown in this answer and never again. Send it as "Authorization: Bearer …".',
    tag: 'API keys',
    role: 'viewer',
    personOnly: true,
    body: z.object({ name: z.string().trim().min(1).max(80), role: Role }).meta({ id: 'NewApiKey' }),
    reply: ApiKey.extend({ key: z.string() }).meta({ id: 'MadeApiKey' }),
    status: 201,
    errors: ['api-key.role-too-high', 'api-key.too-many'],
    examples: {
      body: { name: 'Backup script', role: 'viewer' },
      reply: { ...keyExample, key: 'mq_4fTz0n7mX2b9c1d4e5f6g7h8iJkLmNoPqRsTuVwXyZ' },
    },
  }),
  remove: route({
    method: 'delete',
    path: '/auth/api-keys/:keyId',
    summary: 'Make an API key useless at once',
    tag: 'API keys',
    role: 'viewer',
    params: z.object({ keyId: ApiKeyId }),
    reply: z.object({}),
    errors: ['api-key.not-found'],
    examples: { params: { keyId: keyExample.id }, reply: {} },
  }),
};
