import { z } from 'zod';
import { NewPassword, TriedPassword, User, UserName, userExample } from './people.ts';
import { route } from './route.ts';

/** What a page needs to know before anybody has signed in. */
export const SignInOptions = z
  .object({
    setupNeeded: z.boolean().describe('True until the first admin exists'),
    methods: z.array(z.enum(['password', 'plex'])),
    encrypted: z.boolean().describe('False when people reach Marquee over plain http from other machines'),
  })
  .meta({ id: 'SignInOptions' });
export type SignInOptions = z.infer<typeof SignInOptions>;

export const SignedIn = z
  .object({
    accessToken: z.string().describe('Send it as "Authorization: Bearer …"; keep it in memory only'),
    expiresAt: z.iso.datetime(),
    user: User,
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

/** An attempt to sign in with Plex: approved there, finished here, by the same browser. */
export const PlexAttempt = z
  .object({
    signInUrl: z
      .url()
      .describe('Open it in the browser: plex.tv asks there whether to let Marquee know who you are'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'PlexAttempt' });
export type PlexAttempt = z.infer<typeof PlexAttempt>;

export const PlexAnswer = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('waiting') }),
    z.object({ state: z.literal('signed-in'), session: SignedIn }),
  ])
  .meta({ id: 'PlexAnswer' });
export type PlexAnswer = z.infer<typeof PlexAnswer>;

export const Jwks = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        kid: z.string(),
        alg: z.literal('ES256'),
        use: z.literal('sig'),
      }),
    ),
  })
  .meta({ id: 'Jwks' });
export type Jwks = z.infer<typeof Jwks>;

/** What every access token says of itself; whoever reads one insists on all of it. */
export const ACCESS_TOKEN = {
  algorithm: 'ES256',
  type: 'at+jwt',
  issuer: 'marquee',
  audience: 'marquee',
  lifeSeconds: 600,
} as const;

export const SocketPath = z.enum(['/ws/status', '/ws/notifications', '/ws/logs']).meta({ id: 'SocketPath' });
export type SocketPath = z.infer<typeof SocketPath>;

const signedInExample = {
  accessToken: 'eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6IjEifQ.e30.c2ln',
  expiresAt: '2026-11-21T05:20:00.000Z',
  user: userExample,
};
const tag = 'Sign-in';

export const signInRoutes = {
  options: route({
    method: 'get',
    path: '/auth/options',
    summary: 'How one may sign in here, and whether the first admin is still to be made',
    tag,
    role: 'public',
    reply: SignInOptions,
    examples: { reply: { setupNeeded: false, methods: ['password', 'plex'], encrypted: true } },
  }),
  setUp: route({
    method: 'post',
    path: '/auth/setup',
    summary: 'Make the first admin',
    description: 'Needs the one-time code that Marquee printed when it first started. Works once, ever.',
    tag,
    role: 'public',
    body: z
      .object({ code: z.string().max(100), name: UserName, password: NewPassword })
      .meta({ id: 'SetUp' }),
    reply: SignedIn,
    status: 201,
    errors: ['setup.code-wrong', 'setup.done', 'auth.too-many-tries'],
    examples: {
      body: { code: 'XKCD-4711-QRST', name: 'Ada', password: 'correct horse battery staple' },
      reply: signedInExample,
    },
  }),
  signIn: route({
    method: 'post',
    path: '/auth/login',
    summary: 'Sign in with name and password',
    description: 'The refresh token comes as a cookie that no script can read.',
    tag,
    role: 'public',
    body: z.object({ name: z.string().max(256), password: TriedPassword }).meta({ id: 'SignIn' }),
    reply: SignedIn,
    errors: ['auth.wrong-credentials', 'auth.too-many-tries'],
    examples: { body: { name: 'Ada', password: 'correct horse battery staple' }, reply: signedInExample },
  }),
  refresh: route({
    method: 'post',
    path: '/auth/refresh',
    summary: 'Trade the refresh cookie for a new access token and a new cookie',
    description: 'Each cookie works once; one that comes again after its successor ends the session.',
    tag,
    role: 'public',
    reply: SignedIn,
    errors: ['auth.session-ended', 'auth.too-many-tries'],
    examples: { reply: signedInExample },
  }),
  signOut: route({
    method: 'post',
    path: '/auth/logout',
    summary: 'End this session and forget its cookies',
    tag,
    role: 'public',
    reply: z.object({}),
    examples: { reply: {} },
  }),
  me: route({
    method: 'get',
    path: '/auth/me',
    summary: 'Who is signed in',
    tag,
    role: 'viewer',
    reply: User,
    examples: { reply: userExample },
  }),
  changePassword: route({
    method: 'put',
    path: '/auth/me/password',
    summary: 'Change your own password',
    description: 'Ends every other session of yours.',
    tag,
    role: 'viewer',
    personOnly: true,
    body: z.object({ current: TriedPassword, next: NewPassword }).meta({ id: 'ChangePassword' }),
    reply: SignedIn,
    errors: ['auth.wrong-credentials', 'auth.too-many-tries', 'user.no-password'],
    examples: {
      body: { current: 'correct horse battery staple', next: 'a better horse battery staple' },
      reply: signedInExample,
    },
  }),
  plexStart: route({
    method: 'post',
    path: '/auth/plex/start',
    summary: 'Begin to sign in with Plex',
    tag,
    role: 'public',
    reply: PlexAttempt,
    errors: ['auth.plex-off', 'auth.too-many-tries', 'plex-tv.unreachable'],
    examples: {
      reply: {
        signInUrl: 'https://app.plex.tv/auth#?clientID=…&code=…',
        expiresAt: '2026-11-21T05:15:00.000Z',
      },
    },
  }),
  plexCallback: route({
    method: 'get',
    path: '/auth/callback',
    summary: 'Where plex.tv sends the browser back to; leads on to the sign-in page',
    tag,
    role: 'public',
    reply: z.object({}),
    status: 303,
  }),
  plexFinish: route({
    method: 'post',
    path: '/auth/plex/finish',
    summary: 'Ask whether the Plex sign-in of this browser was approved, and sign in',
    description: 'Bound to the browser that began, good for five minutes and for one sign-in.',
    tag,
    role: 'public',
    reply: PlexAnswer,
    timeoutMs: 20_000,
    errors: [
      'auth.plex-off',
      'auth.plex-pin-gone',
      'auth.plex-refused',
      'auth.too-many-tries',
      'plex-tv.unreachable',
      'plex.unreachable',
    ],
    examples: { reply: { state: 'waiting' } },
  }),
  keys: route({
    method: 'get',
    path: '/auth/jwks',
    summary: 'Public keys that access tokens are signed with',
    tag,
    role: 'public',
    reply: Jwks,
    examples: {
      reply: {
        keys: [
          { kty: 'EC', crv: 'P-256', x: 'f83OJ3D2', y: 'x_FEzRu9', kid: 'k1', alg: 'ES256', use: 'sig' },
        ],
      },
    },
  }),
  rotateKeys: route({
    method: 'post',
    path: '/auth/keys/rotate',
    summary: 'Sign with a new key from now on',
    description: 'Nobody is signed out: tokens of the old key are good until they end by themselves.',
    tag,
    role: 'admin',
    personOnly: true,
    reply: z.object({ kid: z.string() }),
    examples: { reply: { kid: 'k2' } },
  }),
  verify: route({
    method: 'get',
    path: '/auth/verify',
    summary: 'For a proxy’s forwardAuth: is the person behind this request signed in',
    description:
      'Answers 200 with Remote-User, Remote-Name and Remote-Groups, or 401, or sends a browser to the sign-in page.',
    tag,
    role: 'public',
    reply: z.object({ user: z.string(), role: z.string() }),
    errors: ['auth.required'],
    examples: { reply: { user: 'Ada', role: 'admin' } },
  }),
  ticket: route({
    method: 'post',
    path: '/auth/tickets',
    summary: 'A one-time ticket for a WebSocket',
    description:
      'Good for 30 seconds, one connection, and the one address it was asked for: `/ws/status?ticket=…`.',
    tag,
    role: 'viewer',
    body: z.object({ socket: SocketPath }).meta({ id: 'NewTicket' }),
    reply: z.object({ ticket: z.string(), expiresAt: z.iso.datetime() }).meta({ id: 'Ticket' }),
    status: 201,
    examples: {
      body: { socket: '/ws/status' },
      reply: { ticket: 'q0N7mX2b9c1d4e5f6g7h8iJ', expiresAt: '2026-11-21T05:10:30.000Z' },
    },
  }),
};
