import { envFields } from '@marquee/service-kit';
import { z } from 'zod';

/** What decides how pictures are drawn; in every way to run. */
export const drawingFields = {
  MARQUEE_KOMETA_PROGRAM_DIR: z
    .string()
    .optional()
    .describe('Kometa’s own folder (of the program, not its config), for its fonts and overlay pictures'),
  MARQUEE_KOMETA_TEXT_LAYOUT: z
    .enum(['basic', 'raqm'])
    .default('basic')
    .describe('How your Kometa sets text: raqm where libfribidi is installed beside it'),
  MARQUEE_RENDER_THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(1)
    .describe('Pictures drawn at a time'),
};

/** Exactly what the service reads when it runs on its own. */
export const RendererEnv = z.object({
  ...drawingFields,
  MARQUEE_GATEWAY_URL: z
    .url({ protocol: /^http$/ })
    .default('http://127.0.0.1:8080')
    .describe('Where the gateway listens, for its public keys'),
  MARQUEE_DATA: envFields.MARQUEE_DATA,
  PORT: envFields.PORT.default(8092).describe('Port to listen on, 0 for any free one'),
  MARQUEE_BIND: envFields.MARQUEE_BIND,
  RABBITMQ_URL: envFields.RABBITMQ_URL,
  REDIS_URL: envFields.REDIS_URL,
  MARQUEE_LOG_LEVEL: envFields.MARQUEE_LOG_LEVEL,
});
export type RendererEnv = z.infer<typeof RendererEnv>;

/** What a worker reads: it needs the broker and Redis, and nothing else. */
export const RendererWorkerEnv = z.object({
  MARQUEE_RENDER_THREADS: drawingFields.MARQUEE_RENDER_THREADS,
  PORT: envFields.PORT.default(8093).describe('Port where it tells how it is, 0 for any free one'),
  MARQUEE_BIND: envFields.MARQUEE_BIND,
  RABBITMQ_URL: envFields.RABBITMQ_URL,
  REDIS_URL: envFields.REDIS_URL,
  MARQUEE_LOG_LEVEL: envFields.MARQUEE_LOG_LEVEL,
});
export type RendererWorkerEnv = z.infer<typeof RendererWorkerEnv>;
