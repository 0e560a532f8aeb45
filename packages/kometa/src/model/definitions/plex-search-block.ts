import { anything, choice, either, map, several, text, whole, yesNo } from './values.ts';

const KINDS = ['movie', 'show', 'season', 'episode', 'artist', 'album', 'track'];
const TYPES = KINDS.flatMap((kind) => [`${kind}s`, kind]);

/** What stands beside the conditions of a search; these are looked at apart. */
export const SEARCH_BLOCK_KEYS = {
  all: { value: anything, help: 'Conditions that must all be true.' },
  any: { value: anything, help: 'Conditions of which one must be true.' },
  sort_by: { value: several(text), help: 'How what is found is sorted.' },
  limit: { value: either(whole(1), choice('all')), help: 'How many titles at most.' },
  validate: { value: yesNo, default: 'true', help: 'Fail when a value is not in the library.' },
  type: {
    value: choice(...TYPES),
    help: 'What is searched for.',
  },
};

export const SEARCH_BLOCK = map(SEARCH_BLOCK_KEYS);
