import type { ConfigVersion } from '@marquee/contracts';
import type { FileChange } from './file-tree.ts';
import type { Commit } from './repository.ts';

export const OUTSIDE = 'outside';
export const AS_FOUND = 'As it was found';
export const CHANGED_BESIDE = 'Changed beside Marquee';

export interface Note {
  /** A name that people know. */
  author: string;
  /** Id of a person, or "outside", which is also meant when it is absent. */
  by?: string;
  origin: ConfigVersion['origin'];
  /** What the files tell stands in for an empty one. */
  message: string;
  at: Date;
}

export type SignedNote = Note & { by: string };

// Nothing is sent there: git wants an address of every author.
const HOST = 'marquee.invalid';
const ORIGIN = /\n\nOrigin: (save|outside|restore)\n*$/;

/** The last paragraph is ours, whatever somebody wrote before it. */
export function commitOf(
  note: Note,
  changes: readonly FileChange[],
): Pick<Commit, 'author' | 'at' | 'message'> {
  const words = oneParagraph(note.message) || describe(changes);
  return {
    author: { name: plainName(note.author), email: `${plainName(note.by ?? OUTSIDE)}@${HOST}` },
    at: note.at,
    message: `${words}\n\nOrigin: ${note.origin}\n`,
  };
}

/** What a commit says of itself; one that somebody made with git counts as a change from outside. */
export function noteOf({ author, at, message }: Pick<Commit, 'author' | 'at' | 'message'>): SignedNote {
  const origin = ORIGIN.exec(message)?.[1] as ConfigVersion['origin'] | undefined;
  const [by = OUTSIDE, host] = author.email.split('@');
  return {
    ...{ author: author.name, at, origin: origin ?? OUTSIDE, message: message.replace(ORIGIN, '').trim() },
    by: host === HOST ? by : OUTSIDE,
  };
}

function describe(changes: readonly FileChange[]): string {
  const [first] = changes;
  if (first === undefined) return 'Nothing changed';
  const [removed, added] = [
    changes.filter(({ after }) => after === null),
    changes.filter(({ before }) => before === null),
  ];
  if (changes.length === 2 && removed[0] && added[0]) return `Move ${removed[0].path} to ${added[0].path}`;
  if (changes.length > 1) return `Change ${changes.length} files`;
  return `${added.length > 0 ? 'Add' : removed.length > 0 ? 'Remove' : 'Change'} ${first.path}`;
}

function oneParagraph(message: string): string {
  return message.replace(/\p{Cc}+/gu, ' ').trim();
}

/** Git ends a name at the address after it. */
function plainName(name: string): string {
  return name.replace(/[\s\p{Cc}<>]+/gu, ' ').trim() || 'Somebody';
}
