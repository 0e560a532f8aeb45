import { z } from 'zod';
import { topic } from './events.ts';
import { ServerId } from './ids.ts';
import { route } from './route.ts';
import { Check } from './system.ts';

/** A secret in an answer: whether there is one, never what it is. */
const SecretState = z
  .object({
    set: z.boolean(),
    unreadable: z.boolean().describe('True when it was sealed with another data key'),
  })
  .meta({ id: 'SecretState' });

/** A secret in a request: absent leaves it, null clears it, text replaces it. */
const SecretWish = z
  .string()
  .max(500)
  .regex(/^[\x21-\x7e]+$/, { error: 'must be one word of plain letters, digits and signs' })
  .nullable()
  .optional();

const plexServerFields = {
  id: ServerId,
  name: z.string().trim().min(1).max(80),
  url: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .describe('Address of the Plex Media Server'),
};

export const PlexServerSettings = z
  .object({ ...plexServerFields, token: SecretState })
  .meta({ id: 'PlexServerSettings' });
export type PlexServerSettings = z.infer<typeof PlexServerSettings>;

export const PlexServerWish = z
  .object({
    ...plexServerFields,
    token: SecretWish.describe('Token of the server’s owner. A new address forgets the old token.'),
  })
  .meta({ id: 'PlexServerWish' });
export type PlexServerWish = z.infer<typeof PlexServerWish>;

const PlexPeople = z
  .enum(['invited', 'everyone'])
  .describe(
    'Who of those with access to a server may sign in: only invited accounts, or all of them as viewers',
  );

const general = z.object({
  instanceName: z.string().trim().min(1).max(60).describe('What this Marquee calls itself'),
});
const signIn = z.object({
  plex: z.boolean().describe('Whether one may sign in with Plex'),
  plexPeople: PlexPeople,
});

/** Everything an admin can set, by section, as it is read. */
export const Settings = z
  .object({
    general,
    signIn,
    plex: z.object({
      mode: z
        .enum(['unset', 'demo', 'servers'])
        .describe('The demo library, your own servers, or not decided yet (the demo is shown)'),
      servers: z.array(PlexServerSettings).max(10),
      managed: z
        .boolean()
        .describe('True when the server is set by environment variables; then it is not changed here'),
    }),
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof Settings>;

/** A change: sections that are left out stay as they are. */
export const SettingsWish = z
  .object({
    general: general.optional(),
    signIn: signIn.optional(),
    plex: z
      .object({ mode: z.enum(['demo', 'servers']), servers: z.array(PlexServerWish).max(10) })
      .optional(),
  })
  .meta({ id: 'SettingsWish' });
export type SettingsWish = z.infer<typeof SettingsWish>;

/** Outside services that can be tried before they are saved. */
export const IntegrationSection = z.enum(['plex']).meta({ id: 'IntegrationSection' });
export type IntegrationSection = z.infer<typeof IntegrationSection>;

export const IntegrationTest = z
  .object({ ok: z.boolean(), checks: z.array(Check) })
  .meta({ id: 'IntegrationTest' });
export type IntegrationTest = z.infer<typeof IntegrationTest>;

/** Tells services to read a section again; what changed is never in the message. */
export const settingsChanged = topic(
  'settings.changed',
  z.object({ section: z.enum(['general', 'signIn', 'plex']), by: z.string() }),
);

const settingsExample = {
  general: { instanceName: 'Marquee' },
  signIn: { plex: true, plexPeople: 'invited' as const },
  plex: {
    mode: 'servers' as const,
    servers: [
      { id: 'plex', name: 'Plex', url: 'http://192.168.1.10:32400', token: { set: true, unreadable: false } },
    ],
    managed: false,
  },
};
const serverWish = { id: 'plex', name: 'Plex', url: 'http://192.168.1.10:32400', token: 'a-plex-token' };

export const settingsRoutes = {
  read: route({
    method: 'get',
    path: '/system/config',
    summary: 'All settings, by section',
    description: 'Secrets are never shown: only whether one is set.',
    tag: 'Settings',
    role: 'admin',
    reply: Settings,
    etag: true,
    examples: { reply: settingsExample },
  }),
  save: route({
    method: 'put',
    path: '/system/config',
    summary: 'Change settings',
    description:
      'Sections left out stay. A secret left out stays, null clears it; a new address forgets its token.',
    tag: 'Settings',
    role: 'admin',
    body: SettingsWish,
    reply: Settings,
    ifMatch: true,
    errors: ['settings.address-refused', 'settings.managed'],
    examples: { body: { plex: { mode: 'servers', servers: [serverWish] } }, reply: settingsExample },
  }),
  test: route({
    method: 'post',
    path: '/admin/test/:section',
    summary: 'Try an integration without saving it',
    description: 'Without a token in the body the saved one is used, if the address is the saved one.',
    tag: 'Settings',
    role: 'admin',
    params: z.object({ section: IntegrationSection }),
    body: PlexServerWish,
    reply: IntegrationTest,
    timeoutMs: 20_000,
    errors: ['settings.address-refused'],
    examples: {
      params: { section: 'plex' },
      body: serverWish,
      reply: {
        ok: true,
        checks: [
          { name: 'plex', state: 'ok', message: 'Connected to “Cellar”', version: '1.42.0', latencyMs: 12 },
        ],
      },
    },
  }),
};
