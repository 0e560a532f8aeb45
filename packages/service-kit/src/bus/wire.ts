import { z } from 'zod';

/** A message that cannot be understood; trying again would not help. */
export class UnreadableMessage extends Error {
  override name = 'UnreadableMessage';
}

/** Checks a payload before it leaves. What is sent is the input: the other end parses it itself. */
export function checkPayload(what: string, schema: z.ZodType, payload: unknown): void {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) {
    throw new TypeError(`The payload of ${what} does not fit its schema: ${z.prettifyError(parsed.error)}`, {
      cause: parsed.error,
    });
  }
}

export function toWire(what: string, schema: z.ZodType, payload: unknown): string {
  checkPayload(what, schema, payload);
  return JSON.stringify(payload);
}

export function fromWire<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  return readPayload(schema, fromJson(text));
}

export function readPayload<S extends z.ZodType>(schema: S, payload: unknown): z.output<S> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new UnreadableMessage(`The payload does not fit its schema: ${z.prettifyError(parsed.error)}`, {
    cause: parsed.error,
  });
}

/** For showing a message that may be broken: the value where it is JSON, the text itself where it is not. */
export function readLoosely(text: string): unknown {
  try {
    return fromJson(text);
  } catch (error) {
    if (error instanceof UnreadableMessage) return text;
    throw error;
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableMessage('The payload is not JSON', { cause });
  }
}
