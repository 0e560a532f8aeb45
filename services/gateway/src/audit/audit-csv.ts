import type { AuditEntry } from '@marquee/contracts';

type Cell = string | number | null;

const columns: Record<string, (entry: AuditEntry) => Cell> = {
  id: ({ id }) => id,
  at: ({ at }) => at,
  actor: ({ actor }) => actor.name,
  actorId: ({ actor }) => actor.id,
  via: ({ actor }) => actor.via,
  action: ({ action }) => action,
  outcome: ({ outcome }) => outcome,
  targetKind: ({ target }) => target?.kind ?? null,
  targetId: ({ target }) => target?.id ?? null,
  target: ({ target }) => target?.name ?? null,
  address: ({ address }) => address,
  before: ({ before }) => before && JSON.stringify(before),
  after: ({ after }) => after && JSON.stringify(after),
  requestId: ({ requestId }) => requestId,
};

export async function* csvLines(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  yield lineOf(Object.keys(columns));
  for await (const entry of entries) yield lineOf(Object.values(columns).map((cell) => cell(entry)));
}

export async function* jsonLines(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

/** One line of RFC 4180. */
export function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** A spreadsheet runs a text that begins like a formula; with an apostrophe before it, it stays a text. */
function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[\s]*[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
