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
}

/** JSON lines. Every line passes the redaction, whatever serializer or child logger it comes from. */
export function createLogger({
  service,
  level = 'info',
  secrets = createSecrets(),
  destination,
}: LoggerOptions): Logger {
  // Synchronous: the last words before an exit are the ones that matter.
  const out = destination ?? pino.destination({ dest: 1, sync: true });
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line) => out.write(redactLine(line, secrets)) },
  );
}
