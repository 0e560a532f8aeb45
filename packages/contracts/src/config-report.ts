import { z } from 'zod';
import { DoctorPlace } from './config-doctor.ts';
import { FileId, FilePath } from './config-files.ts';
import { LibraryId } from './ids.ts';
import { LibraryKind } from './libraries.ts';
import { route } from './route.ts';

const FoundKind = z.enum([
  ...['config', 'collection', 'overlay', 'playlist', 'metadata', 'templates', 'yaml'],
  ...['env', 'picture', 'font', 'text', 'other'],
] as const);

export const ConfigReport = z
  .object({
    checkedAt: z.iso.datetime(),
    kinds: z.array(
      z.object({
        kind: FoundKind.describe('yaml is what Kometa would not know what to do with'),
        count: z.int().positive(),
        sizeBytes: z.int().nonnegative(),
        files: z.array(z.object({ fileId: FileId, path: FilePath })).describe('The first of them'),
      }),
    ),
    truncated: z.boolean().describe('Whether there are more files than were looked at'),
    libraries: z.array(
      z.object({
        name: z.string().describe('As the config file calls it'),
        title: z.string().describe('As Plex must call it'),
        ...{ fileId: FileId, file: FilePath, line: z.int().positive() },
        plex: z
          .enum(['found', 'missing', 'unknown'])
          .describe('unknown: a server does not answer, or not all libraries are shared with you'),
        libraryId: LibraryId.nullable(),
        kind: LibraryKind.nullable(),
      }),
    ),
    unnamed: z
      .array(z.object({ id: LibraryId, title: z.string(), kind: LibraryKind }))
      .describe('Libraries of Plex that no config file names'),
    missing: z.array(DoctorPlace).describe('What is listed, and not there'),
    unlisted: z.array(DoctorPlace).describe('What is there, and nothing leads to'),
    old: z
      .array(DoctorPlace)
      .describe('Names that have changed; those with a fix can be migrated by /config/doctor/fix'),
  })
  .meta({ id: 'ConfigReport' });
export type ConfigReport = z.infer<typeof ConfigReport>;

export const configReportRoutes = {
  report: route({
    method: 'get',
    path: '/config/report',
    summary:
      'What lies in Kometa’s folder: files, libraries, what is missing, lies idle or is called by an old name',
    description: 'For a folder that was taken over: nothing in it is changed until somebody wants it.',
    tag: 'Config doctor',
    role: 'editor',
    reply: ConfigReport,
    timeoutMs: 60_000,
    errors: ['config.folder-missing', 'config.check-timed-out'],
    examples: {
      reply: {
        checkedAt: '2026-11-21T05:00:00.000Z',
        kinds: [
          {
            ...{ kind: 'config', count: 1, sizeBytes: 2048 },
            files: [{ fileId: 'Q0n7mX2b9c1d4e5f6g7h8i', path: 'config.yml' }],
          },
        ],
        truncated: false,
        libraries: [
          {
            ...{
              name: 'Films',
              title: 'Films',
              fileId: 'Q0n7mX2b9c1d4e5f6g7h8i',
              file: 'config.yml',
              line: 2,
            },
            ...{ plex: 'found', libraryId: 'attic.1', kind: 'movie' },
          },
        ],
        unnamed: [],
        missing: [],
        unlisted: [],
        old: [],
      },
    },
  }),
};
