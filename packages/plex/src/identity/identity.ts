import { z } from 'zod';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import { flag, listOf, text, textOrNull } from '../reply/fields.ts';

export const Identity = z.object({ machineIdentifier: text, version: text, claimed: flag });
export type Identity = z.output<typeof Identity>;

export const ServerInfo = z.object({
  machineIdentifier: text,
  version: text,
  friendlyName: textOrNull,
  platform: textOrNull,
  platformVersion: textOrNull,
  myPlexUsername: textOrNull,
});
export type ServerInfo = z.output<typeof ServerInfo>;

export const Preference = z
  .object({
    id: text,
    label: textOrNull,
    type: textOrNull,
    default: textOrNull,
    value: textOrNull,
    group: textOrNull,
  })
  .transform(({ default: standard, ...preference }) => ({ ...preference, standard }));
export type Preference = z.output<typeof Preference>;
export const Preferences = z.object({ Setting: listOf(Preference) }).transform(({ Setting }) => Setting);

export function identityCalls(transport: Transport) {
  return {
    /** Answered without a token too: shows that Plex is there, not that it knows us. */
    identity: ({ signal }: CallOptions = {}): Promise<Identity> =>
      transport.read({ path: '/identity', signal }, Identity),
    /** Needs the token: shows that Plex knows us. */
    info: ({ signal }: CallOptions = {}): Promise<ServerInfo> =>
      transport.read({ path: '/', signal }, ServerInfo),
    preferences: ({ signal }: CallOptions = {}): Promise<Preference[]> =>
      transport.read({ path: '/:/prefs', signal }, Preferences),
  };
}
export type IdentityCalls = ReturnType<typeof identityCalls>;
