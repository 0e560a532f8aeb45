import type { CollectionSummary } from '@marquee/contracts';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';

const USUAL_SORT = 'name';
export const SORTS = ['name', '-name', 'file', 'problems', 'builder', 'order'] as const;
const word = z.string().trim().min(1).max(400).optional().catch(undefined);
const Wish = z.object({
  search: word,
  library: word,
  file: word,
  builder: word,
  needs: word,
  state: z.enum(['on', 'off']).optional().catch(undefined),
  problems: z.literal('true').optional().catch(undefined),
  sort: z.enum(SORTS).catch(USUAL_SORT),
  look: z.enum(['cards', 'table']).catch('cards'),
});
/** Which collections are shown, in which order and how. It lives in the address, so it can be shared and gone back to. */
export type Wish = z.infer<typeof Wish>;
export type Change = { [K in keyof Wish]?: Wish[K] | undefined };

const readWish = (params: URLSearchParams): Wish => Wish.parse(Object.fromEntries(params));

function writeWish(wish: Wish): URLSearchParams {
  const usual: Partial<Wish> = { sort: USUAL_SORT, look: 'cards' };
  return new URLSearchParams(
    Object.keys(Wish.shape).flatMap((key) => {
      const name = key as keyof Wish;
      const value = wish[name];
      return value !== undefined && value !== usual[name] ? [[name, value]] : [];
    }),
  );
}

export function useCollectionWish() {
  const [params, setParams] = useSearchParams();
  const wish = useMemo(() => readWish(params), [params]);
  const change = useCallback(
    (next: Change) => setParams((was) => writeWish({ ...readWish(was), ...next } as Wish), { replace: true }),
    [setParams],
  );
  return { wish, change };
}

const NARROWING = ['search', 'library', 'file', 'builder', 'needs', 'state', 'problems'] as const;
export const noFilters: Change = Object.fromEntries(NARROWING.map((name) => [name, undefined]));
export const isNarrowed = (wish: Wish): boolean => NARROWING.some((name) => wish[name] !== undefined);

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const troubles = ({ problems }: CollectionSummary) => problems.errors * 10_000 + problems.warnings;

/** Those that fit the wish, in its order; equals keep the order of the files. */
export function fitting(collections: readonly CollectionSummary[], wish: Wish): CollectionSummary[] {
  const words = (wish.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (one: CollectionSummary) =>
    (wish.library === undefined || one.libraries.includes(wish.library)) &&
    (wish.file === undefined || one.file === wish.file) &&
    (wish.builder === undefined || one.builders.includes(wish.builder)) &&
    (wish.needs === undefined || one.needs.some((service) => service === wish.needs)) &&
    (wish.state === undefined || one.enabled === (wish.state === 'on')) &&
    (wish.problems === undefined || one.problems.errors + one.problems.warnings > 0) &&
    holdsAll(one, words);
  return collections.filter(fits).sort(orders[wish.sort]);
}

type Order = (one: CollectionSummary, other: CollectionSummary) => number;
const byName: Order = (one, other) => collator.compare(one.title, other.title);
const orders: Record<Wish['sort'], Order> = {
  name: byName,
  '-name': (one, other) => byName(other, one),
  file: (one, other) => collator.compare(one.file, other.file) || one.line - other.line,
  problems: (one, other) => troubles(other) - troubles(one) || byName(one, other),
  builder: (one, other) =>
    collator.compare(one.builders[0] ?? '\uffff', other.builders[0] ?? '\uffff') || byName(one, other),
  order: (one, other) =>
    collator.compare(one.order ?? '\uffff', other.order ?? '\uffff') || byName(one, other),
};

function holdsAll(one: CollectionSummary, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const told = [one.name, one.title, one.file, ...one.builders, ...one.templates, ...one.libraries]
    .join('\n')
    .toLowerCase();
  return words.every((word) => told.includes(word));
}

/** What can be chosen from, each with how many there are. */
export function choicesOf(
  collections: readonly CollectionSummary[],
  told: (one: CollectionSummary) => readonly string[],
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const one of collections) {
    for (const value of told(one)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => collator.compare(one.value, other.value));
}
