import type { YamlEdit } from '../editing/yaml-edit.ts';
import { editForm } from './edit-form.ts';
import { fitsSpec } from './fits-spec.ts';
import { readFormDocument, valueAt } from './form-document.ts';
import { editsBetween, readYamlValue, writeYamlValue } from './value-text.ts';

const config = `libraries:
  Films: # ours
    collection_files:
      - default: basic # charts
      - file: config/a.yml
    operations:
      assets_for_all: true # all
settings:
  cache: true
`;
const after = (edits: YamlEdit[], text = config) => {
  const outcome = editForm(text, edits, (path) => path.length === 2 && path[0] === 'libraries');
  if ('problem' in outcome) throw new Error(outcome.problem.message);
  return outcome.text;
};

test('a document is read as plain values, with the lines of its keys', () => {
  const document = readFormDocument(config);
  if ('fault' in document) throw new Error(document.fault.message);
  expect(valueAt(document.values, ['libraries', 'Films', 'collection_files', 1, 'file'])).toBe(
    'config/a.yml',
  );
  expect(valueAt(document.values, ['libraries', 'Films', 'plex', 'url'])).toBeUndefined();
  expect(document.lineOf(['libraries', 'Films', 'operations', 'assets_for_all'])).toBe(7);
  expect(document.lineOf(['libraries', 'Films', 'plex'])).toBe(2);
});

test('what cannot be read says why and where', () => {
  expect(readFormDocument('a: 1\nb: [\n')).toMatchObject({ fault: { line: expect.any(Number) } });
});

test('what is above a value is made with it', () => {
  expect(after([{ kind: 'set', path: ['libraries', 'Films', 'settings', 'sync_mode'], value: 'sync' }])).toBe(
    config.replace('true # all\n', 'true # all\n    settings:\n      sync_mode: sync\n'),
  );
  expect(after([{ kind: 'set', path: ['plex', 'url'], value: 'http://plex' }])).toBe(
    `${config}plex:\n  url: http://plex\n`,
  );
  expect(after([{ kind: 'insert', path: ['playlist_files', 0], value: { default: 'playlist' } }])).toBe(
    `${config}playlist_files:\n  - default: playlist\n`,
  );
  expect(after([{ kind: 'set', path: ['a', 'b'], value: 1 }], '')).toBe('a:\n  b: 1\n');
});

test('a key of an item that is not there yet makes the item', () => {
  const path = ['libraries', 'Films', 'collection_files', 2, 'url'];
  expect(after([{ kind: 'set', path, value: 'http://a' }])).toContain(
    '- file: config/a.yml\n      - url: http://a\n',
  );
});

test('what has lost its last key goes; a library stays, and is filled again as one writes it', () => {
  const gone: YamlEdit = { kind: 'remove', path: ['settings', 'cache'] };
  expect(after([gone])).toBe(config.replace('settings:\n  cache: true\n', ''));
  const library: YamlEdit[] = [
    { kind: 'remove', path: ['libraries', 'Films', 'collection_files'] },
    { kind: 'remove', path: ['libraries', 'Films', 'operations', 'assets_for_all'] },
  ];
  expect(after(library)).toContain('  Films: {} # ours\n');
  expect(after([...library, { kind: 'set', path: ['libraries', 'Films', 'schedule'], value: 'daily' }])).toBe(
    'libraries:\n  Films: # ours\n    schedule: daily\nsettings:\n  cache: true\n',
  );
});

test('an edit that YAML cannot take is refused with its number', () => {
  const shared = 'a: &x {b: 1}\nc: *x\n';
  expect(editForm(shared, [{ kind: 'set', path: ['c', 'b'], value: 2 }])).toMatchObject({
    problem: { edit: 0, code: 'edit.alias' },
  });
});

test('a value is written as YAML, and changed only where it differs', () => {
  const before = { a: [1, 2, 3], b: { c: 'x', d: true } };
  expect(readYamlValue(writeYamlValue(before))).toEqual({ value: before });
  expect(readYamlValue('a: [')).toMatchObject({ line: expect.any(Number) });
  expect(editsBetween(['k'], before, { a: [1, 5], b: { c: 'x', e: null } })).toEqual([
    { kind: 'set', path: ['k', 'a', 1], value: 5 },
    { kind: 'remove', path: ['k', 'a', 2] },
    { kind: 'set', path: ['k', 'b', 'e'], value: null },
    { kind: 'remove', path: ['k', 'b', 'd'] },
  ]);
  expect(editsBetween(['k'], before, before)).toEqual([]);
});

test('a value of another kind than the model says has no control of its own', () => {
  expect(fitsSpec({ type: 'boolean' }, 'yes')).toBe(false);
  expect(fitsSpec({ type: 'boolean' }, '<<flag>>')).toBe(false);
  expect(fitsSpec({ type: 'integer' }, 4)).toBe(true);
  expect(fitsSpec({ type: 'list', of: { type: 'map', keys: {} }, oneIsEnough: true }, { a: 1 })).toBe(true);
  expect(fitsSpec({ type: 'map', keys: {} }, 'text')).toBe(false);
});
