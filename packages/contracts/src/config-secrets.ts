import { z } from 'zod';
import { FileId, FilePath } from './config-files.ts';
import { ConfigVersion } from './config-versions.ts';
import { route } from './route.ts';

const SecretId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({ id: 'ConfigSecretId', description: 'A secret by its place; it stays when the value moves' });

const PlacedState = z
  .enum(['unset', 'set', 'placeholder', 'unresolved'])
  .describe(
    'unset: blank or not there. set: the value stands in the file. placeholder: .env has it. unresolved: .env does not; Kometa may be given it when it starts',
  );

export const ConfigSecret = z
  .object({
    id: SecretId,
    ...{ fileId: FileId, file: FilePath },
    line: z.int().positive(),
    path: z.array(z.union([z.string(), z.int()])),
    state: PlacedState,
    variable: z
      .string()
      .nullable()
      .describe('The variable that fills in the placeholder, as .env and the environment spell it'),
    move: z
      .enum(['to-env', 'back', 'kometas-own', 'part', 'other-file', 'shared', 'nothing'])
      .describe(
        'to-env and back: what can be done. kometas-own: Kometa writes it itself. part: it is part of a longer value or comment. other-file: Kometa fills in placeholders in config.yml alone. shared: other values repeat it',
      ),
  })
  .meta({ id: 'ConfigSecret' });
export type ConfigSecret = z.infer<typeof ConfigSecret>;

export const ConfigSecrets = z
  .object({
    env: z.object({
      exists: z.boolean(),
      variables: z.int().nonnegative().describe('How many of its variables are secrets of Kometa’s'),
    }),
    secrets: z.array(ConfigSecret),
  })
  .meta({ id: 'ConfigSecrets' });
export type ConfigSecrets = z.infer<typeof ConfigSecrets>;

const SecretsMoved = z
  .object({
    version: ConfigVersion.nullable().describe('null when nothing was to be changed'),
    moved: z.array(SecretId),
    left: z.array(z.object({ id: SecretId, why: z.string() })),
  })
  .meta({ id: 'SecretsMoved' });

const body = z.strictObject({ ids: z.array(SecretId).min(1).max(500) }).meta({ id: 'MoveSecrets' });
const tag = 'Config secrets';
const id = 'Zm9vYmFyYmF6cXV4cXV1eA';
const errors = ['config.folder-missing', 'config.not-text', 'service.disk-full'] as const;

export const configSecretRoutes = {
  list: route({
    method: 'get',
    path: '/config/secrets',
    summary: 'Keys, tokens and passwords of Kometa’s files: where they are, never what they are',
    tag,
    role: 'editor',
    reply: ConfigSecrets,
    timeoutMs: 60_000,
    errors: ['config.folder-missing'],
    examples: {
      reply: {
        env: { exists: true, variables: 1 },
        secrets: [
          {
            ...{ id, fileId: 'Q0n7mX2b9c1d4e5f6g7h8i', file: 'config.yml', line: 12 },
            ...{ path: ['tmdb', 'apikey'], state: 'set', variable: null, move: 'to-env' },
          },
        ],
      },
    },
  }),
  move: route({
    method: 'post',
    path: '/config/secrets/move',
    summary: 'Move secrets from config.yml to .env, as one version',
    description:
      'A placeholder stands where each value was, and Kometa fills it in from KOMETA_… of .env, which is made for its owner alone where there is none. Values never leave the server. It is taken back by restore.',
    tag,
    role: 'editor',
    body,
    reply: SecretsMoved,
    errors,
    examples: {
      body: { ids: [id] },
      reply: { version: null, moved: [], left: [{ id, why: 'It is gone.' }] },
    },
  }),
  restore: route({
    method: 'post',
    path: '/config/secrets/restore',
    summary: 'Put secrets from .env back into config.yml, as one version',
    description: 'A variable that no other placeholder asks for is taken out of .env.',
    tag,
    role: 'editor',
    body,
    reply: SecretsMoved,
    errors,
    examples: {
      body: { ids: [id] },
      reply: { version: null, moved: [], left: [{ id, why: 'It is gone.' }] },
    },
  }),
};
