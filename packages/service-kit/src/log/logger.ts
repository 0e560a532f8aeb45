import pino, { type DestinationStream, type Logger } from 'pino';
import { redactLine } from './redact-line.ts';
import { createSecrets, type Secrets } from './secrets.ts';

export type { Logger } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LoggerOptions {
  service: string;
  level?: LogLevel;
  secrets?: Secrets;
  /** Where lines go; standard output when absent. */
  destination?: DestinationStream;
  /** Gets every line from `info` up as well, whatever `level` lets through to the destination. */
  tee?: (line: string) => void;
}

/** pino tells a stream that carries this mark the level of each line. */
const WITH_LEVEL = Symbol.for('pino.metadata');
const { values: rank } = pino.levels;
const rankOf = (level: LogLevel): number => rank[level] ?? Number.POSITIVE_INFINITY;

/** JSON lines. Every line passes the redaction, whatever serializer or child logger it comes from. */
export function createLogger({
  service,
  level = 'info',
  secrets = createSecrets(),
  destination,
  tee,
}: LoggerOptions): Logger {
  // Synchronous: the last words before an exit are the ones that matter.
  const out = destination ?? pino.destination({ dest: 1, sync: true });
  const sink = {
    [WITH_LEVEL]: true,
    lastLevel: 0,
    write(text: string) {
      const line = redactLine(text, secrets);
      if (sink.lastLevel >= rankOf(level)) out.write(line);
      if (sink.lastLevel >= rankOf('info')) tee?.(line);
    },
  };
  return pino(
    {
      level: tee && rankOf(level) > rankOf('info') ? 'info' : level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    sink,
  );
}
