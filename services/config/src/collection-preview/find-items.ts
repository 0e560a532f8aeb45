import type { BuilderPreview, CollectionPreview } from '@marquee/contracts';
import type { PlexItem } from '@marquee/plex';
import { CannotTell, KometaRefuses } from '../matching/verdict.ts';
import { createItemFilter, type ItemFilter } from './filter-items.ts';
import { type Opened, openBuilder } from './open-builder.ts';
import type { PreviewPlace } from './preview-place.ts';
import type { BuilderAsked, Definition } from './read-definition.ts';

/** More are not looked through for a preview. */
const MOST = 20_000;

export interface FoundItems {
  builders: BuilderPreview[];
  filters: CollectionPreview['filters'];
  /** In the order in which Kometa finds them. */
  keys: string[];
  /** Whether these are all. */
  sure: boolean;
  /** Why Kometa gives the whole definition up. */
  refusal: string | null;
  notes: string[];
}

/** What the builders of a definition find and its filters leave. */
export async function findItems(place: PreviewPlace, definition: Definition): Promise<FoundItems> {
  const opened: { asked: BuilderAsked; outcome: Opened }[] = [];
  for (const asked of definition.builders)
    opened.push({ asked, outcome: await openBuilder(place, definition, asked) });
  const builders = opened.map(({ asked, outcome }) => shown(asked, outcome, definition));
  const refused = builders.find(({ state }) => state === 'refused');
  const filters = await openFilters(place, definition);
  const refusal = refused?.message ?? (filters.state === 'refused' ? filters.message : null);
  const outcomes = opened.map(({ outcome }) => outcome);
  if (refusal !== null) return givenUp(builders, filtersShown(filters, null, null), refusal);
  try {
    return await lookThrough(definition, builders, outcomes, filters);
  } catch (cause) {
    if (!(cause instanceof KometaRefuses)) throw cause;
    return givenUp(builders, { state: 'unsure', left: null, message: cause.message }, cause.message);
  }
}

const givenUp = (
  builders: BuilderPreview[],
  filters: FoundItems['filters'],
  refusal: string,
): FoundItems => ({ builders, filters, keys: [], sure: true, refusal, notes: [] });

function shown({ builder }: BuilderAsked, outcome: Opened, { blankIsFine }: Definition): BuilderPreview {
  if (outcome.state !== 'asked') return { builder, count: null, ...outcome };
  const { count, message, complete } = outcome.source;
  // Ids that the library does not have are missing, which is no fault.
  if (count === 0 && !complete && !blankIsFine) {
    const failing = `${message}, and Kometa gives the definition up (ignore_blank_results is not set)`;
    return { builder, state: 'refused', count, message: failing };
  }
  return { builder, state: 'asked', count, message };
}

type Filters =
  | { state: 'none' | 'unsure' | 'refused'; message: string }
  | { state: 'applied'; filter: ItemFilter };

async function openFilters(place: PreviewPlace, { filters: written, percent }: Definition): Promise<Filters> {
  if (isNothing(written)) return { state: 'none', message: 'There are no filters' };
  if (JSON.stringify(written).includes('<<'))
    return { state: 'unsure', message: 'They hold variables of a template' };
  try {
    return { state: 'applied', filter: await createItemFilter(place, written, percent) };
  } catch (cause) {
    if (cause instanceof KometaRefuses) return { state: 'refused', message: cause.message };
    if (cause instanceof CannotTell) return { state: 'unsure', message: cause.message };
    throw cause;
  }
}

const isNothing = (written: unknown): boolean =>
  written === undefined ||
  written === null ||
  (typeof written === 'object' && Object.keys(written).length === 0);

function filtersShown(filters: Filters, left: number | null, doubt: string | null): FoundItems['filters'] {
  if (filters.state === 'none') return { state: 'none', left: null, message: filters.message };
  if (filters.state !== 'applied') return { state: 'unsure', left: null, message: filters.message };
  return doubt === null
    ? { state: 'applied', left, message: left === null ? 'Looked at until the limit' : `${left} items pass` }
    : { state: 'unsure', left: null, message: doubt };
}

async function lookThrough(
  { limit = Number.POSITIVE_INFINITY }: Definition,
  builders: BuilderPreview[],
  outcomes: readonly Opened[],
  filters: Filters,
): Promise<FoundItems> {
  const seen = new Set<string>();
  const keys: string[] = [];
  const notes: string[] = [];
  let sure = filters.state !== 'unsure';
  let doubt: string | null = null;
  for (const outcome of outcomes) {
    if (outcome.state !== 'asked') {
      sure = false;
      continue;
    }
    const most = filters.state === 'none' && seen.size === 0 ? Math.min(limit, MOST) : MOST;
    for await (const page of outcome.source.pages(most)) {
      const fresh = page.filter(({ ratingKey }) => !seen.has(ratingKey));
      for (const { ratingKey } of fresh) seen.add(ratingKey);
      const kept =
        filters.state === 'applied' ? await filters.filter(fresh, outcome.source.complete) : pass(fresh);
      doubt ??= kept.doubt;
      keys.push(...kept.kept.map(({ ratingKey }) => ratingKey));
      if (keys.length >= limit || seen.size >= MOST) break;
    }
    if (keys.length >= limit) break;
    if (outcome.source.count > MOST) {
      sure = false;
      notes.push(`${outcome.source.count} items are found; the first ${MOST} were looked at`);
    }
  }
  const reached = keys.length >= limit;
  return {
    builders,
    filters: filtersShown(filters, reached || !sure ? null : keys.length, doubt),
    keys: keys.slice(0, limit),
    sure: sure && doubt === null,
    refusal: null,
    notes,
  };
}

const pass = (items: readonly PlexItem[]) => ({ kept: [...items], doubt: null });
