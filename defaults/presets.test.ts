import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BlockTemplate, BlockTemplate as Template } from '@marquee/contracts';
import { checkFolder, fillTemplate, fillText, placeBlock, variablesIn } from '@marquee/kometa';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

const here = join('defaults', 'presets');
const NOW = { year: 2026, month: 11, day: 21, hour: 5 };
const Preset = Template.omit({ id: true, yaml: true, shipped: true })
  .extend({
    library: Template.shape.library.default(null),
    variables: Template.shape.variables.default([]),
    definition: z.record(z.string(), z.unknown()),
  })
  .strict();
const presets = readdirSync(here).map((name) => {
  const source = readFileSync(join(here, name), 'utf8');
  const { definition, ...head } = Preset.parse(parse(source));
  const yaml = stringify(definition, { lineWidth: 0 });
  return { id: name.replace(/\.yml$/, ''), source, ...head, yaml, shipped: true } satisfies BlockTemplate & {
    source: string;
  };
});
const sections = { collection: 'collections', playlist: 'playlists', library: 'libraries' } as const;
const HEAD = 'plex:\n  url: http://plex:32400\n  token: t\ntmdb:\n  apikey: k\n';
const samples = { text: 'Somebody', number: 7, 'yes-no': true, choice: '', list: ['One'] };

test('there are enough of each kind, with titles and ids of their own', () => {
  expect(presets.length).toBeGreaterThanOrEqual(20);
  const count = (kind: BlockTemplate['kind']) => presets.filter((preset) => preset.kind === kind).length;
  expect(count('collection')).toBeGreaterThanOrEqual(15);
  expect(count('library')).toBeGreaterThanOrEqual(4);
  expect(count('playlist')).toBeGreaterThanOrEqual(2);
  expect(new Set(presets.map(({ title }) => title)).size).toBe(presets.length);
  for (const { id } of presets) expect(Template.shape.id.safeParse(id).success).toBe(true);
});

describe.each(presets)('preset $id', ({ kind, library, name, variables, yaml, source }) => {
  const check = (values: Parameters<typeof fillTemplate>[1]) => {
    const filled = fillTemplate(yaml, values);
    if ('problem' in filled) throw new Error(filled.problem.message);
    const block = { section: sections[kind], name: fillText(name, values), yaml: filled.text };
    const placed = placeBlock(kind === 'library' ? HEAD : '', block);
    if ('problem' in placed) throw new Error(placed.problem.message);
    expect(placed.text).not.toMatch(/<<\w+>>/);
    // Its library’s kind is known from config.yml, as it is for who uses it.
    const list =
      kind === 'playlist'
        ? 'libraries:\n  Films:\nplaylist_files:\n  - file: config/made.yml\n'
        : listed(library);
    const texts = new Map([
      ['config.yml', kind === 'library' ? placed.text : HEAD + list],
      ...(kind === 'library' ? [] : [['made.yml', placed.text] as const]),
    ]);
    const folder = {
      texts,
      kindOf: (path: string) => (texts.has(path) ? ('file' as const) : null),
      namesIn: () => [...texts.keys()],
    };
    return checkFolder(folder, NOW).flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
  };
  const defaults = Object.fromEntries(
    variables.map(({ name: variable, kind: of, default: value, choices }) => [
      variable,
      value ?? choices?.[0] ?? samples[of],
    ]),
  );

  test('Kometa would take it, filled in and with what may be blank left blank', () => {
    expect(check(defaults)).toEqual([]);
    const blanks = variables.filter(({ optional }) => optional).map((variable) => [variable.name, null]);
    expect(check({ ...defaults, ...Object.fromEntries(blanks) })).toEqual([]);
  });

  test('every choice of its variables is one that Kometa takes', () => {
    for (const variable of variables)
      for (const choice of variable.choices ?? [])
        expect([choice, check({ ...defaults, [variable.name]: choice })]).toEqual([choice, []]);
  });

  test('it declares the variables that it speaks of, and no others', () => {
    const spoken = [...variablesIn(name), ...variablesIn(source.slice(source.indexOf('definition:')))];
    expect(new Set(variables.map((variable) => variable.name))).toEqual(new Set(spoken));
  });
});

function listed(library: BlockTemplate['library']): string {
  const name = { movie: 'Movies', show: 'TV Shows', artist: 'Music' }[library ?? 'movie'];
  return `libraries:\n  ${name}:\n    collection_files:\n      - file: config/made.yml\n`;
}
