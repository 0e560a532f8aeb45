import type { ValueSpec } from '../model/key-spec.ts';

/** What may stand there, in words that follow “must be”. */
export function saySpec(spec: ValueSpec): string {
  switch (spec.type) {
    case 'any':
      return 'anything';
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number${range(spec)}`;
    case 'number':
      return `a number${range(spec)}`;
    case 'text':
      return 'a text';
    case 'choice':
      return spec.of.length === 1 ? String(spec.of[0]) : `one of ${spec.of.join(', ')}`;
    case 'date':
      return 'a date as 2026-12-31';
    case 'schedule':
      return 'a schedule';
    case 'list':
      return spec.oneIsEnough ? `${saySpec(spec.of)}, or a list of such` : `a list: ${saySpec(spec.of)}`;
    case 'map':
    case 'dictionary':
      return 'a map';
    case 'either':
      return spec.of.map(saySpec).join(', or ');
  }
}

function range({ min, max }: { min?: number; max?: number }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` from ${min} on`;
  return max === undefined ? '' : ` up to ${max}`;
}
