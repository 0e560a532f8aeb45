import { type Principal, Problem, problem } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import { visibleItem } from '../../items/visible-item.ts';
import type { ConfigDb } from '../../migrations/config-db.ts';
import type { PlexPorts } from '../../servers/server-info.ts';

const MOST_GOLDEN = 24;

interface GoldenPorts extends PlexPorts {
  db: Kysely<ConfigDb>;
}

/** One set for everybody, of which each person sees the items of their libraries. */
export async function goldenSetFor(ports: GoldenPorts, principal: Principal): Promise<string[]> {
  const all = await readSet(ports.db);
  const seen = await Promise.all(all.map((id) => isVisible(ports, principal, id)));
  return all.filter((_id, place) => seen[place]);
}

/** What the person cannot see stays in the set. */
export async function saveGoldenSet(
  ports: GoldenPorts,
  principal: Principal,
  itemIds: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(itemIds)];
  const seen = await goldenSetFor(ports, principal);
  const hidden = (await readSet(ports.db)).filter((id) => !seen.includes(id));
  const addable = await Promise.all(wanted.map((id) => isVisible(ports, principal, id)));
  const unknown = wanted.find((_id, place) => !addable[place]);
  if (unknown !== undefined) {
    const message = `There is no item ${unknown} that you could see.`;
    throw problem('request.invalid', { details: [{ path: 'body.itemIds', message }] });
  }
  const together = [...wanted, ...hidden.filter((id) => !wanted.includes(id))];
  if (together.length > MOST_GOLDEN) {
    const message = `${hidden.length} items of libraries that you cannot see are pinned too; at most ${MOST_GOLDEN} fit.`;
    throw problem('request.invalid', { details: [{ path: 'body.itemIds', message }] });
  }
  await writeSet(ports.db, together);
  return wanted;
}

async function readSet(db: Kysely<ConfigDb>): Promise<string[]> {
  const rows = await db.selectFrom('overlay_golden_set').select('item_id').orderBy('place').execute();
  return rows.map(({ item_id }) => item_id);
}

async function writeSet(db: Kysely<ConfigDb>, itemIds: readonly string[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('overlay_golden_set').execute();
    if (itemIds.length === 0) return;
    await trx
      .insertInto('overlay_golden_set')
      .values(itemIds.map((item_id, place) => ({ item_id, place })))
      .execute();
  });
}

/** Whoever may see all is shown the set also while Plex is away. */
async function isVisible(ports: PlexPorts, principal: Principal, itemId: string): Promise<boolean> {
  if (principal.libraries === 'all') return true;
  try {
    await visibleItem(ports, principal, itemId);
    return true;
  } catch (cause) {
    if (cause instanceof Problem) return false;
    throw cause;
  }
}
