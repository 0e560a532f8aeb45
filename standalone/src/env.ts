import { z } from 'zod';

/** What the one-process Marquee reads beside what its services read. */
export const StandaloneEnv = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('Port of the web interface'),
  MARQUEE_BIND: z
    .string()
    .default('127.0.0.1')
    .refine((host) => ['127.0.0.1', '::1', 'localhost'].includes(host), {
      error:
        'must be 127.0.0.1, ::1 or localhost: until sign-in is there, Marquee answers only on this machine',
    })
    .describe('Address it listens on; only loopback until sign-in is there'),
  MARQUEE_DATA: z.string().default('./data').describe('Folder for everything Marquee keeps'),
  MARQUEE_CONFIG_DIR: z
    .string()
    .optional()
    .describe('Kometa’s config folder; MARQUEE_DATA/kometa when absent'),
  MARQUEE_PLEX_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Your Plex server; the demo library when absent'),
  MARQUEE_PLEX_TOKEN: z.string().optional().describe('Token of the Plex server’s owner'),
  MARQUEE_PLEX_NAME: z.string().default('Plex').describe('What the Plex server is called in Marquee'),
  MARQUEE_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('warn')
    .describe('How much is logged'),
});
export type StandaloneEnv = z.infer<typeof StandaloneEnv>;
