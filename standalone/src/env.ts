import { doorFields, plexFields } from '@marquee/gateway';
import { drawingFields } from '@marquee/renderer';
import { envFields } from '@marquee/service-kit';
import { z } from 'zod';

/** What the one-process Marquee reads beside what its services read. */
export const StandaloneEnv = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('Port of the web interface'),
  MARQUEE_BIND: envFields.MARQUEE_BIND,
  MARQUEE_DATA: envFields.MARQUEE_DATA,
  ...doorFields,
  MARQUEE_CONFIG_DIR: z
    .string()
    .optional()
    .describe('Kometa’s config folder; MARQUEE_DATA/kometa when absent'),
  ...drawingFields,
  ...plexFields,
  MARQUEE_LOG_LEVEL: envFields.MARQUEE_LOG_LEVEL.default('warn'),
});
export type StandaloneEnv = z.infer<typeof StandaloneEnv>;
