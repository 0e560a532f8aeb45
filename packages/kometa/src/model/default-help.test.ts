import { defaultFiles } from './default-files.ts';
import { DEFAULT_FILES } from './default-help.ts';
import { defaultVariables } from './default-variable-specs.ts';

test('each of Kometa’s own files is told of once, and no other', () => {
  const told = (kind: string) => DEFAULT_FILES.filter((one) => one.kind === kind).map(({ name }) => name);
  for (const kind of ['collection', 'overlay', 'playlist'] as const) {
    expect(told(kind).sort()).toEqual([...defaultFiles[kind]].sort());
  }
  expect(DEFAULT_FILES).toHaveLength(82);
  expect(DEFAULT_FILES.every(({ help }) => /\.$/.test(help))).toBe(true);
});

test('variables have the kinds that the model knows, and any value where it knows none', () => {
  const { table, beginnings } = defaultVariables('collection', 'imdb');
  expect(table.use_separator).toMatchObject({ value: { type: 'boolean' }, default: 'true' });
  expect(table.append_include?.help).toBe('Adds to include of the file.');
  expect(table.chart?.value).toEqual({ type: 'any' });
  expect(beginnings.use_?.value).toEqual({ type: 'boolean' });
  expect(defaultVariables('overlay', 'ratings').table.horizontal_offset?.help).not.toBe('');
});
