import { z } from 'zod';
import { NewPassword, User, UserId, UserName, userExample } from './people.ts';
import { Role } from './roles.ts';
import { route } from './route.ts';

/** A Plex account with access to a configured server. */
export const PlexPerson = z
  .object({
    plexId: z.int().positive(),
    name: z.string(),
    owner: z.boolean().describe('The account that the server belongs to'),
    servers: z.array(z.string()).describe('Names of the configured servers that this account may use'),
    userId: UserId.nullable().describe('Set when this person has an account here already'),
  })
  .meta({ id: 'PlexPerson' });
export type PlexPerson = z.infer<typeof PlexPerson>;

const params = z.object({ userId: UserId });
const anotherUser = {
  ...userExample,
  id: 'u6g3cR1o8nY3c0d2e5f6g7',
  name: 'Grace',
  role: 'viewer' as const,
  owner: false,
};
const plexUser = { ...anotherUser, origin: 'plex' as const, plexId: 1234567, libraries: ['plex.1'] };

export const userRoutes = {
  list: route({
    method: 'get',
    path: '/users',
    summary: 'Everyone with an account',
    tag: 'Users',
    role: 'admin',
    reply: z.array(User),
    examples: { reply: [userExample, anotherUser] },
  }),
  create: route({
    method: 'post',
    path: '/users',
    summary: 'Make an account with a password',
    tag: 'Users',
    role: 'admin',
    body: z.object({ name: UserName, password: NewPassword, role: Role }).meta({ id: 'NewUser' }),
    reply: User,
    status: 201,
    idempotent: true,
    errors: ['user.name-taken'],
    examples: {
      body: { name: 'Grace', password: 'another horse battery staple', role: 'viewer' },
      reply: anotherUser,
    },
  }),
  change: route({
    method: 'patch',
    path: '/users/:userId',
    summary: 'Change somebody’s role, or shut their account',
    description: 'Either ends all their sessions, and a shut account cannot sign in.',
    tag: 'Users',
    role: 'admin',
    params,
    body: z
      .object({ role: Role.optional(), disabled: z.boolean().optional() })
      .refine((change) => Object.keys(change).length > 0, 'Name at least one thing to change.')
      .meta({ id: 'ChangeUser' }),
    reply: User,
    errors: ['user.not-found', 'user.owner-stays'],
    examples: { params: { userId: anotherUser.id }, body: { role: 'editor' }, reply: anotherUser },
  }),
  setPassword: route({
    method: 'put',
    path: '/users/:userId/password',
    summary: 'Give somebody a new password',
    description: 'Ends all their sessions.',
    tag: 'Users',
    role: 'admin',
    personOnly: true,
    params,
    body: z.object({ password: NewPassword }).meta({ id: 'SetPassword' }),
    reply: User,
    errors: ['user.not-found', 'user.no-password'],
    examples: {
      params: { userId: anotherUser.id },
      body: { password: 'another horse battery staple' },
      reply: anotherUser,
    },
  }),
  remove: route({
    method: 'delete',
    path: '/users/:userId',
    summary: 'Remove an account with its sessions and API keys',
    tag: 'Users',
    role: 'admin',
    personOnly: true,
    params,
    reply: z.object({}),
    errors: ['user.not-found', 'user.owner-stays'],
    examples: { params: { userId: anotherUser.id }, reply: {} },
  }),
  plexPeople: route({
    method: 'get',
    path: '/users/plex-people',
    summary: 'Plex accounts with access to a configured server, for inviting them',
    tag: 'Users',
    role: 'admin',
    reply: z.array(PlexPerson),
    timeoutMs: 20_000,
    errors: ['plex-tv.unreachable', 'plex.unauthorized'],
    examples: {
      reply: [{ plexId: 1234567, name: 'Grace', owner: false, servers: ['Plex'], userId: null }],
    },
  }),
  invite: route({
    method: 'post',
    path: '/users/plex',
    summary: 'Let a Plex account in',
    description: 'The person signs in with Plex; they are known by the number of their account only.',
    tag: 'Users',
    role: 'admin',
    body: z.object({ plexId: z.int().positive(), role: Role }).meta({ id: 'InvitePlexPerson' }),
    reply: User,
    status: 201,
    timeoutMs: 20_000,
    errors: ['user.name-taken', 'user.no-access', 'plex-tv.unreachable', 'plex.unauthorized'],
    examples: { body: { plexId: 1234567, role: 'viewer' }, reply: plexUser },
  }),
};
