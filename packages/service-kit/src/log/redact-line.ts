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
  return secrets.redact(maskNames(line).replaceAll(SECRET_PARAMETER, `$1${MASK}`));
}

function maskNames(line: string): string {
  const masked = JSON.stringify(JSON.parse(line), (key, value: unknown) =>
    value !== null && value !== undefined && value !== '' && isSecretName(key) ? MASK : value,
  );
  return `${masked}\n`;
}
