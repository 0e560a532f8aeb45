import { z } from 'zod';
import { topic } from './events.ts';
import { PageQuery, pageOf } from './paging.ts';
import { route } from './route.ts';
import { ServiceName } from './system.ts';

export const LogLevel = z.enum(['debug', 'info', 'warn', 'error']).meta({ id: 'LogLevel' });
export type LogLevel = z.infer<typeof LogLevel>;

/** One line that a service wrote, already without secrets. */
export const LogLine = z
  .object({
    id: z.string().describe('Rises with every line that the gateway heard'),
    at: z.iso.datetime(),
    service: z.string(),
    level: LogLevel,
    message: z.string(),
    requestId: z.string().nullable(),
    fields: z.record(z.string(), z.unknown()).describe('What else the line says'),
  })
  .meta({ id: 'LogLine' });
export type LogLine = z.infer<typeof LogLine>;

/** Topic of the stream events over /ws/logs; each holds one LogLine. */
export const LOG_LINE_TOPIC = 'log.line';

/** Lines of one service, a few at a time. They may be lost: the service's own output is what is kept. */
export const linesLogged = topic('log.lines', z.array(LogLine.omit({ id: true })));

export const LogFilter = z.object({
  service: ServiceName.optional(),
  level: LogLevel.optional().describe('This level and those above it'),
  search: z.string().max(100).optional().describe('Text in the message or the request id'),
});
export type LogFilter = z.infer<typeof LogFilter>;

export const logRoutes = {
  list: route({
    method: 'get',
    path: '/logs',
    summary: 'The last lines of all services, newest first',
    description: 'Marquee keeps the last 5,000 lines at hand; live ones come over /ws/logs.',
    tag: 'Logs',
    role: 'admin',
    query: LogFilter.extend(PageQuery.shape),
    reply: pageOf(LogLine),
    errors: ['request.bad-cursor'],
    examples: {
      query: { level: 'warn' },
      reply: {
        entries: [
          {
            id: '1042',
            at: '2026-11-21T05:10:00.000Z',
            service: 'config',
            level: 'warn',
            message: 'The Plex server does not answer',
            requestId: null,
            fields: { server: 'plex' },
          },
        ],
        total: 1,
        nextCursor: null,
      },
    },
  }),
};
