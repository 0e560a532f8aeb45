import { LogLevel, linesLogged } from '@marquee/contracts';
import { z } from 'zod';
import type { Bus } from '../bus/bus.ts';

const BATCH = 200;
const MAX_MESSAGE = 2000;
const MAX_FIELDS = 4000;

type Line = z.input<typeof linesLogged.payload>[number];

const Written = z
  .object({
    time: z.iso.datetime(),
    level: z.string(),
    service: z.string(),
    msg: z.string().default(''),
    requestId: z.string().optional(),
  })
  .catchall(z.unknown());

export interface LineFeed {
  /** For the `tee` of a logger. */
  take(line: string): void;
  /** From now on lines go out, also those taken before there was a bus. */
  publishTo(bus: Pick<Bus, 'publish'>): void;
  stop(): void;
}

/**
 * Carries log lines to whoever watches them live, a few at a time. Nobody waits for it and nothing of it is
 * logged: while the broker is away the oldest lines are dropped, for the output is what is kept.
 */
export function createLineFeed({ everyMs = 250, capacity = 1000 } = {}): LineFeed {
  const waiting: Line[] = [];
  let bus: Pick<Bus, 'publish'> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sending = false;
  let stopped = false;

  function arm(): void {
    if (bus === undefined || timer !== undefined || sending || stopped || waiting.length === 0) return;
    timer = setTimeout(send, everyMs);
    timer.unref();
  }

  function send(): void {
    timer = undefined;
    if (bus === undefined) return;
    sending = true;
    const done = () => {
      sending = false;
      arm();
    };
    // A line about lines that were lost would be lost the same way.
    bus.publish(linesLogged, waiting.splice(0, BATCH)).then(done, done);
  }

  return {
    take(text) {
      const line = readLine(text);
      if (line === undefined || stopped) return;
      waiting.push(line);
      if (waiting.length > capacity) waiting.shift();
      arm();
    },
    publishTo(given) {
      bus = given;
      arm();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function readLine(text: string): Line | undefined {
  const written = z.string().transform(toJson).pipe(Written).safeParse(text);
  if (!written.success) return undefined;
  const { time, level, service, msg, requestId, ...fields } = written.data;
  return {
    at: time,
    service,
    level: LogLevel.catch('error').parse(level),
    message: msg.slice(0, MAX_MESSAGE),
    requestId: requestId ?? null,
    fields: shortened(fields),
  };
}

/** A secret that was taken out of the middle of a number leaves no JSON. */
function toJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
}

function shortened(fields: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(fields);
  return text.length > MAX_FIELDS ? { shortened: text.slice(0, MAX_FIELDS) } : fields;
}
