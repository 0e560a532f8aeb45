import { z } from 'zod';
import { LibraryId } from './ids.ts';
import { Role } from './roles.ts';

/** How long passwords are, counted after Unicode normalisation. */
export const PASSWORD_LENGTH = { shortest: 12, longest: 256 } as const;

const normalized = z
  .string()
  .max(PASSWORD_LENGTH.longest * 4)
  .transform((text) => text.normalize('NFC'));

/** A password being chosen. */
export const NewPassword = normalized
  .pipe(z.string().min(PASSWORD_LENGTH.shortest).max(PASSWORD_LENGTH.longest))
  .meta({
    id: 'NewPassword',
    description: '12 to 256 characters',
    examples: ['correct horse battery staple'],
  });

/** A password being tried: whatever was typed, so that a wrong one is wrong and not malformed. */
export const TriedPassword = normalized.meta({ id: 'TriedPassword' });

/** Alphabets that are written together. Any other mixture lets "аdmin" with a Cyrillic а stand beside "admin". */
const alphabets = [
  /^[\P{L}\p{sc=Common}\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Hangul}]*$/u,
  /^[\P{L}\p{sc=Common}\p{sc=Cyrillic}]*$/u,
  /^[\P{L}\p{sc=Common}\p{sc=Greek}]*$/u,
  /^[^\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]*$/u,
];

/** False for a name that mixes alphabets whose letters look alike. */
export function isOfOneAlphabet(name: string): boolean {
  return alphabets.some((alphabet) => alphabet.test(name));
}

/** One spelling for names that look alike: one alphabet, no leading space, no control or direction characters. */
export const UserName = z
  .string()
  .transform((text) => text.normalize('NFKC'))
  .pipe(
    z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} ._@-]{0,62}[\p{L}\p{N}])?$/u, {
      message:
        'Use 1 to 64 letters, digits, spaces, dots, dashes, underscores or @, beginning and ending with a letter or digit.',
    }),
  )
  .refine(isOfOneAlphabet, 'Use letters of one alphabet: a name that mixes them looks like another.')
  .meta({ id: 'UserName', examples: ['Ada'] });

export const UserId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({ id: 'UserId', examples: ['u5f2bQ0n7mX2b9c1d4e5f6'] });
export type UserId = z.infer<typeof UserId>;

/** Someone who may sign in. */
export const User = z
  .object({
    id: UserId,
    name: z.string(),
    role: Role,
    origin: z
      .enum(['local', 'plex'])
      .describe('Whether the account has a password here or signs in with Plex'),
    plexId: z
      .int()
      .positive()
      .nullable()
      .describe('Number of the Plex account; the only thing it is known by'),
    owner: z.boolean().describe('The account that was made first; it stays an admin and cannot be removed'),
    disabled: z.boolean(),
    libraries: z.union([z.literal('all'), z.array(LibraryId)]).describe('What this person may see'),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

export const userExample = {
  id: 'u5f2bQ0n7mX2b9c1d4e5f6',
  name: 'Ada',
  role: 'admin' as const,
  origin: 'local' as const,
  plexId: null,
  owner: true,
  disabled: false,
  libraries: 'all' as const,
  createdAt: '2026-11-21T05:00:00.000Z',
  lastSeenAt: '2026-11-21T05:10:00.000Z',
};
