import { explainAt } from './explain.ts';
import { offersAt } from './offers.ts';
import { type OutlineEntry, outlineOf } from './outline.ts';
import { targetAt } from './references.ts';
import { linesOfText } from './yaml-lines.ts';

const NOON = new Date(2026, 10, 21, 12);

/** The text without its mark, and where that was. */
function marked(text: string) {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.includes('▮'));
  return {
    source: linesOfText(text.replace('▮', '')),
    line: index + 1,
    column: (lines[index] ?? '').indexOf('▮'),
  };
}
function offered(text: string, path = 'config.yml', paths: string[] = []) {
  const { source, ...at } = marked(text);
  return offersAt(source, { path, ...at }, paths)?.offers ?? [];
}
const labels = (...asked: Parameters<typeof offered>) => offered(...asked).map(({ label }) => label);
function explained(text: string, path = 'config.yml') {
  const { source, ...at } = marked(text);
  return explainAt(source, { path, ...at }, NOON)?.markdown.join('\n');
}
const films = (line: string) => `libraries:\n  Films:\n    ${line}\n`;

describe('offers', () => {
  test('the sections of config.yml, without those that are there', () => {
    const sections = labels('plex:\n  url: x\n▮\ntmdb:\n');
    expect(sections).toEqual(expect.arrayContaining(['libraries', 'settings', 'webhooks']));
    expect(sections).not.toContain('plex');
    expect(sections).not.toContain('tmdb');
  });

  test('keys of a library, of its operations, of a block of files', () => {
    expect(labels(films('▮'))).toEqual(expect.arrayContaining(['operations', 'overlay_files', 'schedule']));
    expect(labels(films('operations:\n      ▮'))).toContain('mass_genre_update');
    expect(labels(films('collection_files:\n      - ▮'))).toEqual(
      expect.arrayContaining(['file', 'default']),
    );
  });

  test('what follows a key is put in with it, as deep as it must be', () => {
    const insert = (text: string, label: string) => offered(text).find((one) => one.label === label)?.insert;
    expect(insert('▮', 'settings')).toBe('settings:\n  ');
    expect(insert(films('▮'), 'overlay_files')).toBe('overlay_files:\n      - ');
    expect(insert('settings:\n  ▮', 'asset_folders')).toBe('asset_folders: ');
  });

  test('words of closed lists, yes and no, schedules', () => {
    expect(labels('settings:\n  sync_mode: ▮')).toEqual(['append', 'sync']);
    expect(labels('settings:\n  asset_folders: ▮')).toEqual(['true', 'false']);
    expect(labels(films('schedule: ▮'))).toEqual(expect.arrayContaining(['daily', 'weekly(…)']));
    expect(offered('settings:\n  sync_mode:▮')[0]?.insert).toBe(' append');
  });

  test('Kometa’s own files by the kind of list, and the files of the folder', () => {
    expect(labels(films('overlay_files:\n      - default: ▮'))).toContain('ribbon');
    expect(labels(films('collection_files:\n      - default: ▮'))).not.toContain('ribbon');
    const paths = ['overlays/films.yml', 'assets/poster.png'];
    expect(labels(films('overlay_files:\n      - file: ▮'), 'config.yml', paths)).toEqual([
      'config/overlays/films.yml',
    ]);
  });

  test('builders, filters with their modifiers, conditions of searches', () => {
    const collection = (line: string) => `collections:\n  Best:\n    ${line}`;
    expect(labels(collection('▮'), 'c.yml')).toEqual(
      expect.arrayContaining(['imdb_chart', 'filters', 'plex_search']),
    );
    expect(labels(collection('filters:\n      ▮'), 'c.yml')).toEqual(
      expect.arrayContaining(['year.gte', 'title.not']),
    );
    expect(labels(collection('plex_search:\n      all:\n        ▮'), 'c.yml')).toEqual(
      expect.arrayContaining(['any', 'decade', 'added.before']),
    );
  });

  test('attributes of overlays and their words', () => {
    const overlay = (line: string) => `overlays:\n  4K:\n    overlay:\n      ${line}`;
    expect(labels(overlay('▮'), 'o.yml')).toEqual(
      expect.arrayContaining(['horizontal_align', 'font_size', 'name']),
    );
    expect(labels(overlay('horizontal_align: ▮'), 'o.yml')).toEqual(['left', 'center', 'right']);
  });

  test('templates of the file where one is called', () => {
    const text = (line: string) =>
      `templates:\n  rated:\n    limit: 3\ncollections:\n  Best:\n    template:\n      ${line}`;
    expect(labels(text('name: ▮'), 'c.yml')).toEqual(['rated']);
    expect(labels(text('- name: ▮'), 'c.yml')).toEqual(['rated']);
  });

  test('template variables that one of Kometa’s own files reads, without those that are there', () => {
    const block = (below: string) =>
      `libraries:\n  Films:\n    collection_files:\n      - default: imdb\n        template_variables:\n${below}`;
    const all = labels(block('          use_top: true\n          sync_mode: sync\n          ▮'));
    expect(all).toEqual(expect.arrayContaining(['chart', 'use_…', 'visible_home']));
    expect(all).not.toContain('sync_mode');
    expect(labels(block('          visible_home: ▮'))).toEqual(['true', 'false']);
    expect(labels(block('          ▮').replace('imdb', 'config/mine'))).not.toContain('visible_home');
    const first =
      'libraries:\n  Films:\n    overlay_files:\n      - template_variables: {▮}\n        default: ratings\n';
    expect(labels(first)).toContain('rating1');
  });

  test('keys and places of queues in all their forms', () => {
    const queue = (below: string) => `queues:\n  corner:\n    ${below}`;
    expect(labels(queue('- ▮'), 'o.yml')).toEqual([
      'horizontal_align',
      'horizontal_offset',
      'vertical_align',
      'vertical_offset',
    ]);
    expect(labels(queue('- vertical_align: ▮'), 'o.yml')).toEqual(['top', 'center', 'bottom']);
    expect(labels(queue('▮'), 'o.yml')).toContain('settings');
    expect(labels(queue('settings:\n      dynamic_position:\n        ▮'), 'o.yml')).toContain(
      'initial_vertical_offset',
    );
  });

  test('between braces, with what is there already left out', () => {
    expect(labels('plex: {url: x, ▮}')).toEqual(expect.arrayContaining(['token', 'timeout']));
    expect(labels('plex: {url: x, ▮}')).not.toContain('url');
    expect(offered('settings: {▮')?.find(({ label }) => label === 'run_order')?.insert).toBe('run_order: ');
    expect(labels('settings: {sync_mode: ▮}')).toEqual(['append', 'sync']);
    expect(labels('settings: {run_order: [metadata, ▮]}')).toContain('overlays');
    expect(labels('settings: {"sync_mode": ▮')).toEqual(['append', 'sync']);
    expect(labels(films('collection_files: [{default: ▮}]'))).toContain('imdb');
    expect(labels('settings: {a: "in {quotes, ▮ "}')).toEqual([]);
    expect(labels('settings: {cache: true} ▮')).not.toContain('cache_expiration');
  });

  test('a key that is there changes its name only', () => {
    const [first] = offered('settings:\n  syn▮_mode: append').filter(({ label }) => label === 'sync_mode');
    expect(first?.insert).toBe('sync_mode');
  });

  test('nothing in comments and in texts', () => {
    expect(labels('settings:\n  # ▮')).toEqual([]);
    expect(labels('collections:\n  A:\n    summary: |\n      ▮', 'c.yml')).toEqual([]);
  });

  test('a file of 40,000 keys does not make anybody wait', () => {
    const long = Array.from({ length: 13_000 }, (_, at) => `  C${at}:\n    limit: 1\n    summary: x`).join(
      '\n',
    );
    expect(labels(`collections:\n${long}\n    ▮`, 'c.yml')).toContain('filters');
  });
});

describe('help', () => {
  test('a key tells what it is for, what it takes and what counts without it', () => {
    const said = explained('settings:\n  sync▮_mode: append');
    expect(said).toContain('**sync_mode**');
    expect(said).toContain('`append`, `sync`');
    expect(said).toContain('When it is not there: `append`');
    expect(explained('plex:\n  tok▮en: x')).toMatch(/Required.*\n?.*secret/s);
  });

  test('a schedule is told in words and in days', () => {
    expect(explained(films('schedule: weekly(▮sunday)'))).toBe(
      'Runs on Sundays.\n\nNext: 2026-11-22, 2026-11-29, 2026-12-06, 2026-12-13, 2026-12-20',
    );
    expect(explained(films('schedule: never▮'))).toContain('It will never run.');
  });

  test('a hidden value tells what becomes of it', () => {
    expect(explained('plex:\n  token: <<hid▮den:plex/token>>')).toContain('the value stays');
  });

  test('nothing is said of what is not known', () => {
    expect(explained('settings:\n  nons▮ense: 1')).toBeUndefined();
  });
});

describe('where it leads', () => {
  const target = (text: string, files: Record<string, string> = {}) => {
    const { source, ...at } = marked(text);
    const found = targetAt(source, { path: 'here.yml', ...at }, (path) => files[path] ?? null);
    return found && `${found.path}:${found.line}`;
  };

  test('files of the folder, however they are written', () => {
    const files = { 'overlays/films.yml': '' };
    const block = (written: string) => films(`overlay_files:\n      - file: ${written}`);
    expect(target(block('config/over▮lays/films.yml'), files)).toBe('overlays/films.yml:1');
    expect(target(block('"/config/over▮lays/films.yml"'), files)).toBe('overlays/films.yml:1');
    expect(target(block('config/no▮ne.yml'), files)).toBeNull();
  });

  test('templates here and in the files that they are taken from', () => {
    const called = (name: string) =>
      `external_templates:\n  - file: config/t.yml\ntemplates:\n  own:\n    limit: 1\ncollections:\n  A:\n    template: {name: ${name}}\n`;
    const files = { 't.yml': '# mine\ntemplates:\n  shared:\n    limit: 2\n' };
    expect(target(called('o▮wn'), files)).toBe('here.yml:4');
    expect(target(called('sha▮red'), files)).toBe('t.yml:3');
    expect(target(called('no▮ne'), files)).toBeNull();
  });
});

describe('the outline', () => {
  test('of a long file the upper levels alone are told', () => {
    const long = Array.from({ length: 5_000 }, (_, at) => `  C${at}:\n    limit: 1`).join('\n');
    const [collections] = outlineOf(linesOfText(`collections:\n${long}\n`));
    expect(collections?.children).toHaveLength(5_000);
    expect(collections?.children[1]).toMatchObject({ name: 'C1', line: 4, endLine: 5, children: [] });
  });

  const shape = (entries: OutlineEntry[]): unknown =>
    entries.map(({ name, line, endLine, children }) => [
      name,
      line,
      endLine,
      ...(children.length > 0 ? [shape(children)] : []),
    ]);

  test('keys with what is below them, lists and texts too', () => {
    const text = 'a:\n  - b: 1\n    c: 2\n  - d: |\n      x: y\n\ne:\n- f: 1\n';
    expect(shape(outlineOf(linesOfText(text)))).toEqual([
      [
        'a',
        1,
        5,
        [
          ['b', 2, 2],
          ['c', 3, 3],
          ['d', 4, 5],
        ],
      ],
      ['e', 7, 8, [['f', 8, 8]]],
    ]);
  });
});
