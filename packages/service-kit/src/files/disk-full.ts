import { errorCode } from './error-code.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

/** Whether a file or database operation failed for want of space. */
export function isDiskFull(error: unknown): boolean {
  return FULL.has(errorCode(error) ?? '');
}
