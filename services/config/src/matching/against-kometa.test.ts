import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { OverlayLevel } from '@marquee/contracts';
import { plainDefinitions } from '@marquee/kometa';
import { createPlexClient, encodeFilter, type FilterChoice, type PlexItem } from '@marquee/plex';
import { z } from 'zod';
import { passesFilters } from './item-filters.ts';
import { percentFor } from './nested-filters.ts';
import { searchFilter } from './search-filter.ts';
import { searchQuestion } from './search-question.ts';
import { CannotTell, KometaRefuses } from './verdict.ts';
import { isMapping, listOf } from './yaml-values.ts';

/** What real runs of Kometa selected, and asked of Plex; kept beside the project, not in it. */
const folder = join(__dirname, '../../../../../shared/golden-evaluation');
const there = existsSync(join(folder, 'selection/index.json'));
const told = there ? describe : describe.skip;

const Choices = z.record(
  z.string(),
  z.record(z.string(), z.record(z.string(), z.array(z.object({ key: z.string(), title: z.string() })))),
);
const Library = z.object({
  filter_choices: Choices,
  items: z.array(z.looseObject({ ratingKey: z.string(), type: z.string() })),
});
const Case = z.object({
  id: z.string(),
  library: z.string(),
  level: OverlayLevel,
  yaml: z.string(),
  builders: z.array(z.looseObject({ builder: z.string(), url: z.string().optional() })).nullable(),
  selected: z.array(z.number()).nullable(),
});
type Case = z.infer<typeof Case>;
const Selection = z.object({ run_date_utc: z.string(), cases: z.array(Case) });

const readJson = <T extends z.ZodType>(name: string, schema: T): z.output<T> =>
  schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));

told('against what Kometa did', () => {
  const library = there ? readJson('library.json', Library) : { filter_choices: {}, items: [] };
  const { cases, run_date_utc } = there
    ? readJson('selection/index.json', Selection)
    : { cases: [], run_date_utc: '' };
  const now = new Date(`${run_date_utc}Z`);
  const sectionOf = ({ library: name }: Case) => (name === 'Movies' ? '1' : '2');
  const definitionOf = ({ yaml }: Case) =>
    plainDefinitions(`overlays:\n  a:\n${yaml.replace(/^/gm, '    ')}`).get('a') ?? {};

  test('the same question is put to Plex', async () => {
    const differing: string[] = [];
    const unsure: string[] = [];
    let same = 0;
    for (const one of cases) {
      const [asked] = (one.builders ?? []).filter(({ builder, url }) => builder === 'plex_search' && url);
      const [block] = listOf(definitionOf(one).plex_search);
      if (asked?.url === undefined || !isMapping(block)) continue;
      const choices = async ({ field, type }: { field: string; type: string }): Promise<FilterChoice[]> => {
        const known = library.filter_choices[sectionOf(one)] ?? {};
        return known[type]?.[field] ?? known[type]?.[`${type}.${field}`] ?? [];
      };
      try {
        const filter = await searchFilter(
          { library: sectionOf(one) === '1' ? 'movie' : 'show', choices, now },
          { ...block, limit: 'all' },
        );
        const mine = encodeFilter(filter).map(([name, value]) => `${name}=${value}`);
        if (wordsOf(mine) === wordsOf(decodeURIComponent(asked.url.slice(1)).split('&'))) same += 1;
        else differing.push(`${one.id}: ${mine.join('&')}`);
      } catch (cause) {
        if (!(cause instanceof CannotTell || cause instanceof KometaRefuses)) throw cause;
        unsure.push(one.id);
      }
    }
    expect(differing).toEqual([]);
    expect(unsure).toEqual([]);
    expect(same).toBeGreaterThanOrEqual(170);
  });

  test('in the same order, and no more of it', async () => {
    const differing: string[] = [];
    let same = 0;
    for (const one of cases) {
      const [asked] = (one.builders ?? []).filter(({ builder, url }) => builder === 'plex_search' && url);
      const [block] = listOf(definitionOf(one).plex_search);
      if (asked?.url === undefined || !isMapping(block)) continue;
      const { limit, sort_by } = block;
      const question = await searchQuestion({ choices: async () => [], now }, one.level, {
        ...{ all: { title: 'x' } },
        ...(limit === undefined ? {} : { limit }),
        ...(sort_by === undefined ? {} : { sort_by }),
      });
      const sort = question.sort
        .map(({ by, descending }) => (descending === true ? `${by}:desc` : by))
        .join();
      const theirs = new URLSearchParams(asked.url.slice(1));
      const mine = `${question.limit ?? null} ${sort}`;
      if (mine === `${theirs.get('limit')} ${theirs.get('sort')}`) same += 1;
      else differing.push(`${one.id}: ${mine}`);
    }
    expect(differing).toEqual([]);
    expect(same).toBeGreaterThanOrEqual(170);
  });

  test('filters take and leave the same items, or say that they cannot tell', async () => {
    const items = await asPlexItems(library.items);
    const differing: string[] = [];
    const open: string[] = [];
    let same = 0;
    for (const one of cases) {
      const definition = definitionOf(one);
      if (
        !('filters' in definition && 'plex_all' in definition) ||
        'plex_search' in definition ||
        'limit' in definition
      )
        continue;
      const known = library.filter_choices[sectionOf(one)] ?? {};
      const choices = async (field: string, level: string): Promise<FilterChoice[]> =>
        known[level]?.[field] ?? known.show?.[field] ?? known.episode?.[field] ?? [];
      const children = async ({ ratingKey }: PlexItem, level: string) =>
        items.filter(
          ({ type, parentRatingKey, grandparentRatingKey }) =>
            type === level && [parentRatingKey, grandparentRatingKey].includes(ratingKey),
        );
      const percent = percentFor(Object.entries(definition));
      const mine = await selected(items, one, (item) =>
        passesFilters({ item, level: one.level, choices, children, percent, now }, definition.filters),
      );
      if (mine === undefined) open.push(`${one.id} ${JSON.stringify(definition.filters)}`);
      else if (mine.join() === [...(one.selected ?? [])].sort().join()) same += 1;
      else differing.push(`${one.id} ${one.yaml}`);
    }
    expect(differing).toEqual([]);
    expect(open.filter((one) => !/folder/.test(one))).toEqual([]);
    expect(same).toBeGreaterThanOrEqual(400);
  });

  async function selected(
    items: readonly PlexItem[],
    one: Case,
    decide: (item: PlexItem) => ReturnType<typeof passesFilters>,
  ): Promise<number[] | undefined> {
    const found: number[] = [];
    for (const item of items.filter(
      ({ type, sectionId }) => type === one.level && sectionId === sectionOf(one),
    )) {
      try {
        const { verdict } = await decide(item);
        if (verdict === 'assumed') return undefined;
        if (verdict === 'matches') found.push(Number(item.ratingKey));
      } catch (cause) {
        if (cause instanceof CannotTell) return undefined;
        if (!(cause instanceof KometaRefuses)) throw cause;
      }
    }
    return found.sort();
  }
});

/** Kometa writes decimals with .0, and says “and” where nothing else could be meant. */
function wordsOf(pairs: readonly string[]): string {
  const own = pairs.filter((pair) => !/^(type|sort|limit)=/.test(pair) && pair !== 'and=1');
  return own.join('&').replace(/(\d)\.0\b/g, '$1');
}

/** As our client reads them from a server. */
async function asPlexItems(raw: z.infer<typeof Library>['items']): Promise<PlexItem[]> {
  const byKey = new Map(raw.map((item) => [item.ratingKey, item]));
  const server = createServer((request, response) => {
    const keys =
      new URL(request.url ?? '', 'http://plex.invalid').pathname.split('/').at(-1)?.split(',') ?? [];
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ MediaContainer: { Metadata: keys.map((key) => byKey.get(decodeURIComponent(key))) } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = createPlexClient({
    baseUrl: `http://127.0.0.1:${port}`,
    clientIdentifier: 'test',
    version: '0',
  });
  try {
    return await client.metadata.many([...byKey.keys()]);
  } finally {
    client.close();
    await new Promise((resolve) => server.close(resolve));
  }
}
