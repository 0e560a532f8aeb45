import { createHash } from 'node:crypto';
import type { Commit, TreeEntry } from '../history/repository.ts';

/** What git keeps under the hash of it. */
export interface GitObject {
  id: string;
  /** With what git writes before it; not yet compressed. */
  bytes: Buffer;
}

function objectOf(type: 'blob' | 'tree' | 'commit', content: Uint8Array): GitObject {
  const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  return { id: createHash('sha1').update(bytes).digest('hex'), bytes };
}

export const blobObject = (bytes: Uint8Array): GitObject => objectOf('blob', bytes);

export function treeObject(entries: readonly TreeEntry[]): GitObject {
  // Git sorts by bytes, and folders as if a slash stood behind them.
  const sorted = entries
    .map((entry) => ({ ...entry, order: Buffer.from(entry.folder ? `${entry.name}/` : entry.name) }))
    .sort((one, other) => Buffer.compare(one.order, other.order));
  const lines = sorted.flatMap(({ name, id, folder }) => [
    Buffer.from(`${folder ? '40000' : '100644'} ${name}\0`),
    Buffer.from(id, 'hex'),
  ]);
  return objectOf('tree', Buffer.concat(lines));
}

export function commitObject({ tree, parents, author, at, message }: Commit): GitObject {
  const who = `${author.name} <${author.email}> ${Math.floor(at.getTime() / 1000)} +0000`;
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
    '',
    `${message.replaceAll('\r', '').replace(/^\n+|\n+$/g, '')}\n`,
  ];
  return objectOf('commit', Buffer.from(lines.join('\n')));
}
