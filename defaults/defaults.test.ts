import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OverlayTemplate } from '@marquee/contracts';
import { readOverlayFile } from '@marquee/kometa';
import { useTempFolder } from '@marquee/testing';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

jest.setTimeout(30_000);

const here = (...parts: string[]) => join('defaults', ...parts);
const folder = useTempFolder();

const Template = z.strictObject({
  title: OverlayTemplate.shape.title,
  group: OverlayTemplate.shape.group,
  level: OverlayTemplate.shape.level,
  definition: z.looseObject({ overlay: z.record(z.string(), z.unknown()) }),
});
const templates = readdirSync(here('overlays/templates')).map((name) => ({
  id: name.replace(/\.yml$/, ''),
  ...Template.parse(parse(readFileSync(here('overlays/templates', name), 'utf8'))),
}));
const demoFiles = readdirSync(here('demo/overlays')).map((name) => ({
  name,
  text: readFileSync(here('demo/overlays', name), 'utf8'),
}));
const pictures = readdirSync(here('overlays/images')).map((name) => name.replace(/\.png$/, ''));
const libraryOf = (level: string) => (level === 'movie' ? 'movie' : 'show');

/** What definitions name: fonts, and pictures by the name of their file. */
function named(text: string): { fonts: string[]; images: string[] } {
  const entries = readOverlayFile(text).entries.flatMap(({ definition }) => definition ?? []);
  return {
    fonts: entries.flatMap(({ kind, font }) => (kind === 'text' ? [font ?? 'fonts/Roboto-Medium.ttf'] : [])),
    images: entries.flatMap(({ image }) => image?.value.replace(/^config\/overlays\/(.*)\.png$/, '$1') ?? []),
  };
}

test('there are enough templates, of every group that we have, each with an id and a title of its own', () => {
  expect(templates.length).toBeGreaterThanOrEqual(24);
  expect(new Set(templates.map(({ group }) => group))).toEqual(
    new Set(OverlayTemplate.shape.group.options.filter((group) => group !== 'own')),
  );
  expect(new Set(templates.map(({ title }) => title)).size).toBe(templates.length);
  for (const { id } of templates) expect(OverlayTemplate.shape.id.safeParse(id).success).toBe(true);
});

describe.each(templates)('template $id', ({ id, level, definition }) => {
  const text = stringify({ overlays: { [id]: definition } });

  test('Kometa would take it, for its level', () => {
    const { entries, problems } = readOverlayFile(text, { libraryKind: libraryOf(level) });
    expect(problems).toEqual([]);
    expect(entries.map((entry) => entry.level)).toEqual([level]);
    expect(entries[0]?.definition).not.toBeNull();
  });

  test('it names only what comes along', () => {
    expect(pictures).toEqual(expect.arrayContaining(named(text).images));
    expect(fontNames()).toEqual(expect.arrayContaining(named(text).fonts));
  });
});

describe.each(demoFiles)('the demo’s $name', ({ name, text }) => {
  const read = readOverlayFile(text, { libraryKind: name === 'films.yml' ? 'movie' : 'show' });

  test('Kometa would take all of it', () => {
    expect(read.problems).toEqual([]);
    expect(read.entries.filter(({ definition }) => definition === null)).toEqual([]);
  });

  test('it names only what comes along', () => {
    expect(pictures).toEqual(expect.arrayContaining(named(text).images));
    expect(fontNames()).toEqual(expect.arrayContaining(named(text).fonts));
  });
});

test('the demo shows a queue, a group, a suppression and every level', () => {
  const entries = demoFiles.flatMap(
    ({ name, text }) =>
      readOverlayFile(text, { libraryKind: name === 'films.yml' ? 'movie' : 'show' }).entries,
  );
  const definitions = entries.flatMap(({ definition }) => definition ?? []);
  expect(definitions.some(({ queue }) => queue !== null)).toBe(true);
  expect(definitions.some(({ group }) => group !== null)).toBe(true);
  expect(definitions.some(({ suppress }) => suppress.length > 0)).toBe(true);
  expect(new Set(entries.map(({ level }) => level))).toEqual(new Set(['movie', 'show', 'season', 'episode']));
});

test('config.yml of the demo names the overlay files that are there', () => {
  const Config = z.looseObject({
    libraries: z.record(z.string(), z.object({ overlay_files: z.array(z.object({ file: z.string() })) })),
  });
  const { libraries } = Config.parse(parse(readFileSync(here('demo/config.yml'), 'utf8')));
  const files = Object.values(libraries).flatMap(({ overlay_files }) =>
    overlay_files.map(({ file }) => file),
  );
  expect(files.sort()).toEqual(demoFiles.map(({ name }) => `config/overlays/${name}`).sort());
});

test('every picture is drawn from a source, and all of them together are small', () => {
  const sources = readdirSync(here('overlays/art')).map((name) => name.replace(/\.svg$/, ''));
  expect(sources).toEqual(pictures);
  const sizes = pictures.map((name) => readFileSync(here('overlays/images', `${name}.png`)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
});

test('what is laid out has the fonts under Kometa’s names, each with its licence', async () => {
  await promisify(execFile)(process.execPath, [here('lay-out.mjs'), join(folder(), 'out')]);

  const fonts = readdirSync(join(folder(), 'out/fonts'));
  expect(fonts.map((name) => `fonts/${name}`).sort()).toEqual(fontNames().sort());
  expect(fonts).toContain('Roboto-Medium.ttf');
  const licences = readdirSync(join(folder(), 'out/licences'));
  expect(new Set(licences)).toEqual(new Set(fonts.map((name) => name.replace(/-\w+\.ttf$/, '-OFL.txt'))));
  for (const name of licences)
    expect(readFileSync(join(folder(), 'out/licences', name), 'utf8')).toContain('SIL OPEN FONT LICENSE');
  expect(readdirSync(join(folder(), 'out')).sort()).toEqual([
    'demo',
    'fonts',
    'licences',
    'overlays',
    'presets',
  ]);
});

function fontNames(): string[] {
  const List = z.object({ families: z.record(z.string(), z.object({ styles: z.array(z.string()) })) });
  const { families } = List.parse(JSON.parse(readFileSync(here('fonts.json'), 'utf8')));
  return Object.entries(families).flatMap(([family, { styles }]) =>
    styles.map((style) => `fonts/${family}-${style}.ttf`),
  );
}
