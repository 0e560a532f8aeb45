import { sortTitleOf, type TypeName } from '../world/titles.ts';
import type { Eyes, Listed } from './field.ts';
import { findTarget, relatives } from './relation.ts';

type Rank = (item: Listed) => string | number | undefined;

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const compareRanks = (a: string | number | undefined, b: string | number | undefined): number => {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
};

const rankBy = (written: string, kind: TypeName, eyes: Eyes): Rank | undefined => {
  const target = findTarget(kind, written);
  if (!target) return undefined;
  const { field } = target;
  return (item) => {
    const subject = relatives(eyes.world, item, target.kind)[0];
    if (!subject) return undefined;
    if (field.name === 'titleSort' || field.name === 'title') return sortTitleOf(subject);
    const value = field.read(subject, eyes)[0];
    return typeof value === 'object' ? value.title : value;
  };
};

const shuffled = (items: Listed[], random: () => number): Listed[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** `sort=year:desc,titleSort`; unknown keys are ignored and equal rows keep their order. */
export const sortItems = (
  items: Listed[],
  sort: string | undefined,
  kind: TypeName,
  eyes: Eyes,
): Listed[] => {
  const wishes = (sort ?? '').split(',').flatMap((wish) => {
    const [written = '', ...directions] = wish.trim().split(':');
    const rank = rankBy(written, kind, eyes);
    return rank
      ? [{ rank, down: directions.includes('desc'), nullsLast: directions.includes('nullsLast') }]
      : [];
  });
  if (/(?:^|\.)random\b/.test(sort ?? '')) return shuffled(items, eyes.world.random);
  const ranked = items.map((item) => ({ item, ranks: wishes.map(({ rank }) => rank(item)) }));
  ranked.sort((a, b) => {
    for (const [at, { down, nullsLast }] of wishes.entries()) {
      const [left, right] = [a.ranks[at], b.ranks[at]];
      if (nullsLast && (left === undefined) !== (right === undefined)) return left === undefined ? 1 : -1;
      const order = compareRanks(left, right);
      if (order !== 0) return down ? -order : order;
    }
    return 0;
  });
  return ranked.map(({ item }) => item);
};
