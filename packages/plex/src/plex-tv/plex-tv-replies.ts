import { z } from 'zod';
import { headerValue } from '../connection/options.ts';
import { flag, listOf, text, textOrNull } from '../reply/fields.ts';

/** Numbers of accounts and PINs; XML writes them as text. */
const number = z
  .union([z.int(), z.string().regex(/^\d{1,15}$/)])
  .transform(Number)
  .pipe(z.int().positive());

export const Pin = z
  .object({
    id: number,
    code: z.string().min(1),
    /** Set once the person has said yes; it opens their account. */
    authToken: headerValue.nullish(),
    expiresAt: z.iso.datetime({ offset: true }).nullish(),
  })
  .transform(({ authToken, expiresAt, ...pin }) => ({
    ...pin,
    authToken: authToken ?? null,
    expiresAt: expiresAt ? new Date(expiresAt) : null,
  }));

/** Nothing but who it is: what is not read cannot be matched by mistake or leak. */
export const PlexTvAccount = z.object({ id: number, uuid: text, username: textOrNull, title: textOrNull });
export type PlexTvAccount = z.output<typeof PlexTvAccount>;

const Resource = z
  .object({
    name: text,
    provides: textOrNull,
    clientIdentifier: text,
    owned: flag,
    /** For this account on this server; absent for what is no server. */
    accessToken: headerValue.nullish().catch(null),
  })
  .transform(({ provides, clientIdentifier, accessToken, ...resource }) => ({
    ...resource,
    isServer: (provides ?? '').split(',').includes('server'),
    machineIdentifier: clientIdentifier,
    accessToken: accessToken ?? null,
  }));

/** A Plex Media Server that an account may use. */
export interface PlexTvServer {
  name: string;
  machineIdentifier: string;
  owned: boolean;
  accessToken: string;
}
export const Servers = z
  .array(Resource)
  .transform((resources): PlexTvServer[] =>
    resources.flatMap(({ isServer, accessToken, ...server }) =>
      isServer && accessToken !== null ? [{ ...server, accessToken }] : [],
    ),
  );

const Person = z
  .object({
    id: number,
    title: textOrNull,
    username: textOrNull,
    Server: listOf(z.object({ machineIdentifier: text })),
  })
  .transform(({ Server, ...person }) => ({
    ...person,
    machineIdentifiers: Server.map(({ machineIdentifier }) => machineIdentifier),
  }));
export type PlexTvPerson = z.output<typeof Person>;
export const People = z.object({ User: listOf(Person) }).transform(({ User }) => User);
