import { z } from 'zod';
import { logLevels } from '../log/logger.ts';
import { secretFile } from './read-env.ts';

/** Variables that several services read, each described once; a service's env schema picks what it needs. */
export const envFields = {
  MARQUEE_DATA: z.string().default('./data').describe('Folder for databases, caches and keys'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('Port to listen on, 0 for any free one'),
  MARQUEE_BIND: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on: 127.0.0.1 for this machine only, 0.0.0.0 for all of its addresses'),
  MARQUEE_LOG_LEVEL: z
    .enum(logLevels)
    .default('info')
    .describe(`How much is logged: ${logLevels.join(', ')}`),
  MARQUEE_SERVICE_KEY: secretFile(z.string().min(32)).describe(
    'Secret that the services share, 32 characters or more; `openssl rand -hex 32` makes one',
  ),
  RABBITMQ_URL: secretFile(z.url({ protocol: /^amqps?$/ })).describe(
    'Broker, as amqp://user:password@host:5672',
  ),
  REDIS_URL: secretFile(z.url({ protocol: /^rediss?$/ })).describe('Redis, as redis://host:6379'),
};
