import { z } from 'zod';
import { FileId } from './config-files.ts';
import { route } from './route.ts';
import { IntegrationTest } from './settings.ts';

/** Connections of Kometa's config.yml that one harmless question can try. */
export const TriedConnection = z
  .enum([
    ...['plex', 'tmdb', 'tautulli', 'omdb', 'mdblist', 'radarr', 'sonarr'],
    ...['github', 'notifiarr', 'gotify', 'ntfy', 'trakt', 'mal'],
  ] as const)
  .meta({ id: 'TriedConnection' });
export type TriedConnection = z.infer<typeof TriedConnection>;

export const configConnectionRoutes = {
  test: route({
    method: 'post',
    path: '/config/connections/:name/test',
    summary: 'Try a connection of Kometa’s without saving it',
    description:
      'The values are those of the section as it is shown. A placeholder stands for the secret that the file has now, which goes to the address of the file only.',
    tag: 'Config files',
    role: 'editor',
    params: z.object({ name: TriedConnection }),
    body: z.object({
      fileId: FileId,
      library: z
        .string()
        .max(200)
        .optional()
        .describe('Try the section of this library; what it leaves out is that of the whole file'),
      values: z
        .record(z.string().max(40), z.string().max(1000))
        .describe('The texts of the section by their keys, as url, token or apikey'),
    }),
    reply: IntegrationTest,
    timeoutMs: 20_000,
    errors: ['config.file-not-found', 'config.not-text', 'settings.address-refused'],
    examples: {
      params: { name: 'tautulli' },
      body: {
        fileId: 'Q0n7mX2b9c1d4e5f6g7h8i',
        values: { url: 'http://192.168.1.10:8181', apikey: '<<hidden:tautulli/apikey>>' },
      },
      reply: {
        ok: true,
        checks: [{ name: 'tautulli', state: 'ok', message: 'Tautulli answers', version: 'v2.14.0' }],
      },
    },
  }),
};
