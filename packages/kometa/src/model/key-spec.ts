export type LibraryKind = 'movie' | 'show' | 'artist';

/** What may stand as a value; what Kometa's code takes, not what its JSON schema says. */
export type ValueSpec =
  | { type: 'any' }
  | { type: 'boolean' }
  /** `fromText`: Kometa reads digits in quotes too. */
  | { type: 'integer'; min?: number; max?: number; fromText?: boolean }
  | { type: 'number'; min?: number; max?: number; fromText?: boolean }
  | { type: 'text' }
  /** Words of a closed list; compared without regard to case where Kometa does. `old`: what became of former words. */
  | { type: 'choice'; of: readonly string[]; anyCase?: boolean; old?: Readonly<Record<string, string>> }
  | { type: 'date' }
  | { type: 'schedule' }
  /** One or several; `comma`: a text with commas counts as several. */
  | { type: 'list'; of: ValueSpec; comma?: boolean; oneIsEnough?: boolean }
  /** Named keys. `open`: other keys are allowed too. */
  | { type: 'map'; keys: KeyTable; open?: boolean }
  /** Any keys, each with such a value. */
  | { type: 'dictionary'; of: ValueSpec }
  | { type: 'either'; of: readonly ValueSpec[] };

/** What Kometa makes of one key: for validation, completion, hover, forms and docs alike. */
export interface KeySpec {
  value: ValueSpec;
  /** In our words, one sentence. */
  help: string;
  /** As written in YAML; absent when there is none. */
  default?: string;
  required?: boolean;
  secret?: boolean;
  /** The name that took its place; Kometa still reads this one. */
  renamedTo?: string;
  /** The section that it belongs to now; Kometa still reads it here. */
  movedTo?: string;
  /** Why Kometa's code does not look at it. */
  ignored?: string;
  /** Why Kometa stops when it finds it here. */
  refused?: string;
  /** Only in libraries of these kinds. */
  libraries?: readonly LibraryKind[];
}

export type KeyTable = Readonly<Record<string, KeySpec>>;
