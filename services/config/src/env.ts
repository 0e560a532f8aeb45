import { envFields } from '@marquee/service-kit';
import { z } from 'zod';

/** Exactly what this service reads when it runs on its own. */
export const ConfigEnv = z.object({
  MARQUEE_CONFIG_DIR: z.string().default('/config').describe('Kometa’s config folder'),
  MARQUEE_GATEWAY_URL: z
    .url({ protocol: /^http$/ })
    .default('http://127.0.0.1:8080')
    .describe('Where the gateway listens, for its public keys'),
  MARQUEE_INTERNAL_URL: z
    .url({ protocol: /^http$/ })
    .default('http://127.0.0.1:8090')
    .describe('Where the gateway answers services: which Plex servers there are, with their tokens'),
  MARQUEE_SERVICE_KEY: envFields.MARQUEE_SERVICE_KEY,
  MARQUEE_DATA: envFields.MARQUEE_DATA,
  PORT: envFields.PORT.default(8091).describe('Port to listen on, 0 for any free one'),
  MARQUEE_BIND: envFields.MARQUEE_BIND,
  RABBITMQ_URL: envFields.RABBITMQ_URL,
  REDIS_URL: envFields.REDIS_URL,
  MARQUEE_LOG_LEVEL: envFields.MARQUEE_LOG_LEVEL,
});
export type ConfigEnv = z.infer<typeof ConfigEnv>;
