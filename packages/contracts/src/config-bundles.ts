import { z } from 'zod';
import { FilePath } from './config-files.ts';
import { ConfigVersion, MissingSecret } from './config-versions.ts';
import { route } from './route.ts';

const MAX_BUNDLE_BYTES = 50_000_000;
const tag = 'Config files';
const packed = {
  method: 'get' as const,
  tag,
  reply: z.instanceof(Uint8Array),
  replyKind: 'bytes' as const,
  replyTypes: ['application/zip'],
  timeoutMs: 60_000,
  errors: ['config.folder-missing'] as const,
};

export const configBundleRoutes = {
  export: route({
    ...packed,
    path: '/config/bundle',
    summary: 'The config folder as a zip, with placeholders for secrets',
    role: 'editor',
  }),
  exportWithSecrets: route({
    ...packed,
    path: '/config/bundle/with-secrets',
    summary: 'The config folder as a zip, with its secrets',
    role: 'admin',
  }),
  import: route({
    method: 'post',
    path: '/config/bundle',
    summary: 'Bring in a zip of config files, as one version',
    description:
      'Placeholders get the values that the files have now. No file is removed, and no picture or font written over; what was not taken is told. At most 5,000 files and 200 MB unpacked.',
    tag,
    role: 'editor',
    upload: ['application/zip', 'application/octet-stream'],
    maxBodyBytes: MAX_BUNDLE_BYTES,
    timeoutMs: 120_000,
    reply: z
      .object({
        version: ConfigVersion.nullable().describe('null when no text is other than before'),
        pictures: z.int().nonnegative().describe('Pictures and fonts that were added'),
        missingSecrets: z.array(MissingSecret),
        notImported: z.array(z.object({ path: FilePath, message: z.string() })),
      })
      .meta({ id: 'ImportedBundle' }),
    errors: ['config.bundle-refused', 'config.folder-missing', 'service.disk-full'],
    examples: { reply: { version: null, pictures: 2, missingSecrets: [], notImported: [] } },
  }),
};
