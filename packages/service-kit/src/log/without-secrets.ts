import type { z } from 'zod';
import type { Secrets } from './secrets.ts';

/** The same value, its texts without secrets: error texts of libraries quote addresses, and those hold passwords. */
export function withoutSecrets<S extends z.ZodType>(
  schema: S,
  value: z.output<S>,
  secrets: Secrets | undefined,
): z.output<S> {
  if (!secrets) return value;
  const clean: unknown = JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? secrets.redact(part) : part,
  );
  return schema.parse(clean);
}
