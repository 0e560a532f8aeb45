import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CollectionPreview, ItemSummary } from '@marquee/contracts';
import { splitId } from '@marquee/contracts';
import { parse } from 'yaml';
import { z } from 'zod';
import { asking } from '../testing/ask.ts';
import { RecordedState, recordedLibrary } from '../testing/recorded-library.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

/** What real runs of Kometa made of collections; kept beside the project, not in it. */
const runs = join(__dirname, '../../../../../shared/kometa-runs');
const told = existsSync(join(runs, 'index.json')) ? describe : describe.skip;

const stateOf = (run: string, when: 'before' | 'after') =>
  RecordedState.parse(
    JSON.parse(gunzipSync(readFileSync(join(runs, run, `state_${when}.json.gz`))).toString()),
  );
const Expected = z.object({ config_files: z.record(z.string(), z.string()) });
const Definitions = z.object({ collections: z.record(z.string(), z.record(z.string(), z.json())) });
function definitionsOf(run: string, file: string) {
  const { config_files } = Expected.parse(JSON.parse(readFileSync(join(runs, run, 'expected.json'), 'utf8')));
  return Definitions.parse(parse(readFileSync(join(runs, config_files[file] ?? ''), 'utf8'))).collections;
}
const keysOf = (items: readonly ItemSummary[]): number[] =>
  items.map(({ id }) => Number(splitId(id).plexKey));

const LEFT_OUT = [
  // Decided by the calendar, which a preview does not look at.
  ...['Not Scheduled New', 'Old Holiday'],
  // The first three in an order that is the server's own affair.
  'Season Ones',
];

told('against what Kometa did', () => {
  test.each([
    ['01_collections_first', 'movies.yml', 1, 17],
    ['02_collections_again', 'movies.yml', 1, 17],
    ['07b_all_again', 'm_col.yml', 1, 3],
    ['07b_all_again', 't_col.yml', 2, 1],
  ])('%s: what %s would change is what was changed', async (run, file, section, atLeast) => {
    const before = stateOf(run, 'before');
    const after = stateOf(run, 'after');
    const config = await runningConfig({ plex: { library: recordedLibrary(before) } });
    try {
      await writeFile(join(config.root, 'config.yml'), readFileSync(join(runs, run, 'config.yml')));
      const membersIn = (state: RecordedState, title: string) =>
        Object.values(state.collections).find((one) => one.section === section && one.title === title)?.items;
      const differing: string[] = [];
      let same = 0;
      for (const [name, definition] of Object.entries(definitionsOf(run, file))) {
        if (LEFT_OUT.includes(name)) continue;
        const preview = await previewOf(config, section, name, definition);
        if (preview.total === null) continue;
        const mine = membersAfter(membersIn(before, name), preview);
        const theirs = membersIn(after, name);
        if (`${mine?.sort()}` === `${theirs?.sort()}`) same += 1;
        else differing.push(`${name}: ${mine} instead of ${theirs}; ${preview.notes}`);
      }
      expect(differing).toEqual([]);
      expect(same).toBeGreaterThanOrEqual(atLeast);
      expect(config.standIn.failures).toEqual([]);
    } finally {
      await config.close();
    }
  });
});

async function previewOf(
  config: RunningConfig,
  section: number,
  name: string,
  definition: unknown,
): Promise<CollectionPreview> {
  const { post } = asking(() => config);
  const asked = { libraryId: `attic.${section}`, name, definition, limit: 100 };
  const { body } = await post('/collections/preview').send(asked).expect(200);
  return body.data;
}

/** undefined: there is no such collection. */
function membersAfter(before: number[] | undefined, preview: CollectionPreview): number[] | undefined {
  const { added, removed, notes } = preview;
  if (notes.some((note) => note.startsWith('delete_below_minimum'))) return undefined;
  const gone = new Set(keysOf(removed));
  const members = [...(before ?? []).filter((key) => !gone.has(key)), ...keysOf(added)];
  const isBlank = notes.some((note) => note.startsWith('blank_collection'));
  return members.length === 0 && before === undefined && !isBlank ? undefined : members;
}
