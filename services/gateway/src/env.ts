import { envFields } from '@marquee/service-kit';
import { z } from 'zod';

export const GatewayEnv = z.object({
  ...envFields,
  MARQUEE_CONFIG_URL: z
    .url({ protocol: /^http$/ })
    .default('http://127.0.0.1:8091')
    .describe('Where the config service listens'),
  MARQUEE_WEB_DIR: z.string().default('./web/dist').describe('Folder of the built web interface'),
});
