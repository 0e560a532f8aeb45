import { BUILDERS, type ValueSpec } from '@marquee/kometa';
import type { Json } from '../model/json.ts';

/** With what a builder begins when somebody chooses it: what needs no thought is there, the rest is still to be typed. */
export function firstValue(name: string): Json {
  if (name === 'plex_search' || name === 'smart_filter' || name === 'smart_label') return { all: {} };
  const spec = BUILDERS[name]?.value;
  return spec ? firstOf(spec) : null;
}

function firstOf(spec: ValueSpec): Json {
  switch (spec.type) {
    case 'boolean':
      return true;
    case 'map':
      return Object.fromEntries(
        Object.entries(spec.keys).flatMap(([key, { required }]) => (required ? [[key, null]] : [])),
      );
    case 'list': {
      const first = firstOf(spec.of);
      return first !== null && typeof first === 'object' ? [first] : null;
    }
    default:
      return null;
  }
}
