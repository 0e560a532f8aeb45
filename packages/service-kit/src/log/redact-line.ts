import type { Secrets } from './secrets.ts';

const MASK = '[redacted]';
const SECRET_NAME =
  /(token|apikey|authorization|cookie|password|passwd|passphrase|secret|privatekey|credentials?)$/;
const SECRET_PARAMETER = /\b((?:x-plex-token|[\w-]*token|api[-_]?key|password|secret)=)[^&\s"'\\]+/gi;

function isSecretName(key: string): boolean {
  return SECRET_NAME.test(key.toLowerCase().replaceAll(/[^a-z]/g, ''));
}

/** A log line without secrets: by the name they go under at any depth, as parameters of addresses, and by value. */
export function redactLine(line: string, secrets: Secrets): string {
  return secrets.redact(
    `${JSON.stringify(JSON.parse(line), maskName)}\n`.replaceAll(SECRET_PARAMETER, `$1${MASK}`),
  );
}

/** The same for fields that are kept: each text by itself, so that what remains is always JSON. */
export function redactFields(fields: Record<string, unknown>, secrets: Secrets): Record<string, unknown> {
  const clean = (_key: string, value: unknown): unknown => {
    if (typeof value === 'string') return secrets.redact(value.replaceAll(SECRET_PARAMETER, `$1${MASK}`));
    if (typeof value === 'number') return secrets.redact(String(value)) === String(value) ? value : MASK;
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [secrets.redact(key), part]));
  };
  return JSON.parse(JSON.stringify(fields, maskName), clean);
}

function maskName(key: string, value: unknown): unknown {
  return value !== null && value !== undefined && value !== '' && isSecretName(key) && !isSetMark(value)
    ? MASK
    : value;
}

/** That a secret is set is none. */
function isSetMark(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).join() === 'set' && typeof value.set === 'boolean';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
