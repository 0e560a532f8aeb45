import { envFields, secretFile } from '@marquee/service-kit';
import { z } from 'zod';

/** What decides how people reach the gateway and what it keeps secret; in every way to run. */
export const doorFields = {
  MARQUEE_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address people open in the browser; http://localhost:PORT when absent'),
  MARQUEE_ALLOW_HTTP: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('yes accepts a public address without https: passwords then travel unencrypted'),
  MARQUEE_TRUST_PROXY: z
    .string()
    .default('')
    .describe('Proxy in front whose X-Forwarded-For is believed: dns:traefik, or addresses'),
  MARQUEE_DATA_KEY: secretFile(z.string().optional()).describe(
    'Key that seals secrets, 64 hexadecimal digits; made in MARQUEE_DATA/secrets when absent',
  ),
  MARQUEE_PLEX_TV_URL: z.url().optional().describe('plex.tv; only tests change it'),
  MARQUEE_PLEX_APP_URL: z.url().optional().describe('app.plex.tv; only tests change it'),
};

/** A Plex server that is set outside, so that nobody changes it in the browser. */
export const plexFields = {
  MARQUEE_PLEX_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Your Plex server, as http://192.168.1.10:32400; set it in Settings when absent'),
  MARQUEE_PLEX_TOKEN: secretFile(z.string().optional()).describe('Token of the Plex server’s owner'),
  MARQUEE_PLEX_NAME: z.string().default('Plex').describe('What the Plex server is called in Marquee'),
};

export const GatewayEnv = z.object({
  ...envFields,
  ...doorFields,
  ...plexFields,
  MARQUEE_CONFIG_URL: z
    .url({ protocol: /^http$/ })
    .default('http://127.0.0.1:8091')
    .describe('Where the config service listens'),
  MARQUEE_RENDERER_URL: z
    .url({ protocol: /^http$/ })
    .default('http://127.0.0.1:8092')
    .describe('Where the renderer service listens'),
  MARQUEE_INTERNAL_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8090)
    .describe('Port where the gateway answers the other services; lead no browser there'),
  MARQUEE_SERVICE_KEY: envFields.MARQUEE_SERVICE_KEY,
  MARQUEE_WEB_DIR: z.string().default('./web/dist').describe('Folder of the built web interface'),
});
