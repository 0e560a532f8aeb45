import { z } from 'zod';
import { FileId, FilePath } from './config-files.ts';
import { ConfigProblem } from './config-problems.ts';
import { ConfigVersion } from './config-versions.ts';
import { route } from './route.ts';

export const DoctorGroup = z
  .enum(['broken', 'credentials', 'risky', 'dead', 'ignored', 'renamed', 'doubtful', 'unused'])
  .meta({ id: 'DoctorGroup', description: 'What findings have in common, the worst first' });
export type DoctorGroup = z.infer<typeof DoctorGroup>;

const PlaceId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({ id: 'DoctorPlaceId', description: 'A finding at its place; the same as long as it is told there' });

export const DoctorPlace = ConfigProblem.omit({ code: true, fix: true })
  .extend({
    id: PlaceId,
    fix: z.string().nullable().describe('What would mend it, in words; null where that is for a person'),
  })
  .meta({ id: 'DoctorPlace' });
export type DoctorPlace = z.infer<typeof DoctorPlace>;

export const DoctorKind = z
  .object({
    group: DoctorGroup,
    code: z.string(),
    title: z.string(),
    severity: ConfigProblem.shape.severity.describe('That of its worst place'),
    places: z.array(DoctorPlace),
    more: z.int().nonnegative().describe('How many places are not listed'),
  })
  .meta({ id: 'DoctorKind' });
export type DoctorKind = z.infer<typeof DoctorKind>;

export const DoctorScore = z
  .object({
    value: z.int().min(0).max(100),
    parts: z.array(
      z.object({
        group: DoctorGroup,
        count: z.int().positive().describe('Findings that count; notes do not'),
        each: z.int().nonnegative(),
        most: z.int().nonnegative().describe('What the group takes at most'),
        points: z.int().positive().describe('What it takes from the hundred'),
      }),
    ),
  })
  .meta({ id: 'DoctorScore', description: 'A hundred, less the points of its parts' });
export type DoctorScore = z.infer<typeof DoctorScore>;

export const ConfigDoctor = z
  .object({
    checkedAt: z.iso.datetime(),
    files: z.int().nonnegative().describe('How many files were looked at'),
    hasConfig: z.boolean().describe('Whether there is a config.yml'),
    score: DoctorScore.nullable().describe('null while there is no config.yml'),
    kinds: z.array(DoctorKind),
  })
  .meta({ id: 'ConfigDoctor' });
export type ConfigDoctor = z.infer<typeof ConfigDoctor>;

/** Findings whose fixes are wanted. */
const places = z.array(PlaceId).min(1).max(2_000);

export const DoctorPreview = z
  .object({
    files: z.array(
      z.object({
        fileId: FileId,
        file: FilePath,
        etag: z.string().describe('Of the file as it is now; the fix asks for it'),
        before: z.string(),
        after: z.string(),
      }),
    ),
    fixed: z.int().nonnegative(),
    left: z.array(PlaceId).describe('Those that cannot be mended so, or are no longer there'),
  })
  .meta({ id: 'DoctorPreview' });
export type DoctorPreview = z.infer<typeof DoctorPreview>;

const tag = 'Config doctor';
const placeExample = {
  ...{ id: 'Zm9vYmFyYmF6cXV4cXV1eA', fileId: 'Q0n7mX2b9c1d4e5f6g7h8i', file: 'config.yml' },
  ...{ line: 4, column: 5, endLine: 4, endColumn: 21, path: ['libraries', 'Films', 'reapply_overlays'] },
  severity: 'warning' as const,
  message: 'reapply_overlays draws every overlay anew at each run, though nothing has changed',
  fix: 'Set reapply_overlays to false',
};
const filesExample = [{ fileId: placeExample.fileId, etag: '"5f2b"' }];

export const configDoctorRoutes = {
  examine: route({
    method: 'get',
    path: '/config/doctor',
    summary: 'How healthy Kometa’s files are, and what would make them healthier',
    description:
      'All that Kometa would stumble over, and beside it risky settings, keys that services lack, and files that nothing leads to. The score is a hundred, less what each group of findings costs.',
    tag,
    role: 'editor',
    reply: ConfigDoctor,
    timeoutMs: 60_000,
    errors: ['config.folder-missing', 'config.check-timed-out'],
    examples: {
      reply: {
        checkedAt: '2026-11-21T05:00:00.000Z',
        files: 3,
        hasConfig: true,
        score: { value: 96, parts: [{ group: 'risky', count: 1, each: 4, most: 20, points: 4 }] },
        kinds: [
          {
            group: 'risky',
            code: 'risk.reapply-overlays',
            title: 'Overlays drawn anew at each run',
            severity: 'warning',
            places: [placeExample],
            more: 0,
          },
        ],
      },
    },
  }),
  preview: route({
    method: 'post',
    path: '/config/doctor/preview',
    summary: 'What the fixes of these findings would change; nothing is written',
    tag,
    role: 'editor',
    body: z.strictObject({ places }),
    reply: DoctorPreview,
    timeoutMs: 60_000,
    errors: ['config.folder-missing', 'config.check-timed-out'],
    examples: {
      body: { places: [placeExample.id] },
      reply: {
        files: [
          {
            ...{ fileId: placeExample.fileId, file: 'config.yml', etag: '"5f2b"' },
            ...{ before: 'reapply_overlays: true\n', after: 'reapply_overlays: false\n' },
          },
        ],
        fixed: 1,
        left: [],
      },
    },
  }),
  fix: route({
    method: 'post',
    path: '/config/doctor/fix',
    summary: 'Mend these findings in all their files, as one version',
    description:
      'Say which files you have seen, with their ETags: a file that has changed since, or that you have not seen, is a 412 and nothing is written.',
    tag,
    role: 'editor',
    body: z.strictObject({
      places,
      files: z.array(z.strictObject({ fileId: FileId, etag: z.string().max(200) })).max(2_000),
    }),
    reply: z
      .object({
        version: ConfigVersion.nullable().describe('null when nothing was to be changed'),
        fixed: DoctorPreview.shape.fixed,
        left: DoctorPreview.shape.left,
      })
      .meta({ id: 'DoctorFixed' }),
    timeoutMs: 60_000,
    errors: [
      'request.precondition-failed',
      'config.folder-missing',
      'config.check-timed-out',
      'service.disk-full',
    ],
    examples: {
      body: { places: [placeExample.id], files: filesExample },
      reply: { version: null, fixed: 0, left: [placeExample.id] },
    },
  }),
};
