import type { PlainValue } from '../yaml/plain-value.ts';

export type PlainMap = { [key: string]: PlainValue };

/** Why a definition is not changed, in words. */
export class NotChanged extends Error {}
