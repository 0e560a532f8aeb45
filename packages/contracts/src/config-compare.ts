import { z } from 'zod';
import { FileId, FilePath } from './config-files.ts';
import { ConfigFileChange, VersionId } from './config-versions.ts';
import { route } from './route.ts';

const Sides = z.object({
  from: VersionId.optional().describe('Leave out for the folder as it is now'),
  to: VersionId.optional().describe('Leave out for the folder as it is now'),
});
const tag = 'Config history';
const errors = ['config.version-not-found', 'config.folder-missing'] as const;
const from = '3f786850e387550fdab836ed7e6dc881de23001b';
const fileId = 'Q0n7mX2b9c1d4e5f6g7h8i';

export const configCompareRoutes = {
  folder: route({
    method: 'get',
    path: '/config/compare',
    summary: 'Which text files are other in one version than in another',
    description:
      'From an older one to the folder, or the other way round: that tells what a restore would do.',
    tag,
    role: 'editor',
    query: Sides,
    reply: z.object({ files: z.array(ConfigFileChange) }).meta({ id: 'ConfigComparison' }),
    errors,
    examples: { query: { from }, reply: { files: [{ fileId, path: 'config.yml', change: 'changed' }] } },
  }),
  file: route({
    method: 'get',
    path: '/config/compare/files/:fileId',
    summary: 'A text file in two versions',
    tag,
    role: 'editor',
    params: z.object({ fileId: FileId }),
    query: Sides,
    reply: z
      .object({
        path: FilePath,
        before: z.string().nullable().describe('null where there is no such file'),
        after: z.string().nullable().describe('null where there is no such file'),
      })
      .meta({ id: 'ConfigFileComparison' }),
    errors: [...errors, 'config.file-not-found'],
    examples: {
      params: { fileId },
      query: { from },
      reply: { path: 'config.yml', before: 'libraries:\n', after: 'libraries:\n  Films:\n' },
    },
  }),
};
