/** The `code` of a system error; asked by shape, since errors of Node itself may stem from another realm. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
