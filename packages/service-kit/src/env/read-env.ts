import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { errorCode } from '../files/error-code.ts';

export type EnvSource = Record<string, string | undefined>;

/** Names every variable that is wrong, not only the first. */
export class EnvError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`These environment variables need attention:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'EnvError';
    this.faults = faults;
  }
}

const fileFields = z.registry<{ file: true }>();

/** A variable `X` that may also be given as `X_FILE`, the path of a file which holds it (Docker secrets). */
export function secretFile<S extends z.ZodType>(schema: S): S {
  const field = schema.clone();
  fileFields.add(field, { file: true });
  return field;
}

/** Typed environment, read once by each main. An empty variable counts as absent, as in a copied .env file. */
export function readEnv<S extends z.ZodObject>(schema: S, source: EnvSource = process.env): z.output<S> {
  const faults = new Map<string, string>();
  const values: EnvSource = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const found = isSecretFile(field) ? fileOrValue(name, source) : { value: given(source[name]) };
    if ('fault' in found) faults.set(name, found.fault);
    else values[name] = found.value;
  }
  const result = schema.safeParse(values);
  if (result.success && faults.size === 0) return result.data;
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    if (!faults.has(name)) faults.set(name, faultOf(schema, name, values[name], issue.message));
  }
  throw new EnvError([...faults].map(([name, fault]) => `${name} ${fault}`));
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

/** The mark may sit under optional() or default(). */
function isSecretFile(field: z.core.$ZodType): boolean {
  // get, not has: describe() and meta() make a child of the marked field.
  if (fileFields.get(field)) return true;
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault
    ? isSecretFile(field.unwrap())
    : false;
}

type Found = { value: string | undefined } | { fault: string };

function fileOrValue(name: string, source: EnvSource): Found {
  const value = given(source[name]);
  const file = given(source[`${name}_FILE`]);
  if (file === undefined) return { value };
  if (value !== undefined) return { fault: `and ${name}_FILE are both set: keep one of them` };
  try {
    return { value: given(readFileSync(file, 'utf8')) };
  } catch (error) {
    return { fault: `cannot be read: ${name}_FILE names ${file} (${errorCode(error)})` };
  }
}

/** Never the value itself: it may be the secret that was put in the wrong variable. */
function faultOf(schema: z.ZodObject, name: string, value: string | undefined, message: string): string {
  const field = schema.shape[name];
  const meaning = field instanceof z.ZodType && field.description ? ` (${field.description})` : '';
  return value === undefined ? `is missing${meaning}: set it` : `does not fit${meaning}: ${message}`;
}
