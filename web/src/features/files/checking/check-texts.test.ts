import { createTextChecker } from './check-texts.ts';

const NOON = new Date(2026, 10, 21, 12);
const config = `libraries:
  Films:
    overlay_files:
      - file: config/overlays/films.yml
plex:
  url: http://plex:32400
  token: <<hidden:plex/token>>
tmdb:
  apikey: <<tmdb-key>>
`;
const problemsIn = (text: string, paths: string[] = []) => {
  const checked = createTextChecker()(new Map([['config.yml', text]]), paths, NOON);
  return checked.find(([path]) => path === 'config.yml')?.[1] ?? [];
};

test('a file of the folder whose text is not known here is there all the same', () => {
  const missing = (paths: string[]) => problemsIn(config, paths).filter(({ line }) => line === 4);
  expect(missing(['overlays/films.yml'])).toEqual([]);
  expect(missing([])).toHaveLength(1);
});

test('hidden values are no placeholders that something must fill in; others are', () => {
  const unfilled = problemsIn(config, ['overlays/films.yml']).filter(({ code }) =>
    code.endsWith('.placeholder'),
  );
  expect(unfilled).toMatchObject([{ line: 9, severity: 'warning' }]);
});

test('a fix comes as edits of lines and columns', () => {
  const [problem] = problemsIn(config.replace('overlay_files', 'overlay_fils'), [
    'overlays/films.yml',
  ]).filter(({ line }) => line === 3);
  expect(problem).toMatchObject({ severity: 'error', column: 5, endColumn: 17 });
  expect(problem?.fix).toMatchObject({
    title: 'Rename to overlay_files',
    edits: [{ line: 3, column: 5, endLine: 3, endColumn: 17, text: 'overlay_files' }],
  });
});

test('what is found after a change is what is found from the beginning', () => {
  const checkTexts = createTextChecker();
  const texts = new Map([
    ['config.yml', config],
    ['overlays/films.yml', 'overlays: {a: {overlay: {name: text(4K)}, plex_all: true}}\n'],
  ]);
  const paths = [...texts.keys()];
  const before = checkTexts(texts, paths, NOON);
  texts.set('overlays/films.yml', 'overlays: {a: {overlay: {name: text(4K)}, plex_al: true}}\n');
  const after = checkTexts(texts, paths, NOON);
  expect(after).not.toEqual(before);
  expect(after).toEqual(createTextChecker()(texts, paths, NOON));
});
