import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askRuamel } from '@marquee/testing';
import { type Meaning, meaningOf } from './meaning.ts';
import { KNOWN_DIFFERENCES, meaningCases } from './meaning-cases.ts';
import { pythonFloat } from './scalar-meaning.ts';
import { readYaml } from './yaml-tree.ts';

type Answer = { meaning: unknown } | { fault: string };

const script = join(__dirname, '../../reference/ruamel_meaning.py');
const reference = process.env.MARQUEE_REFERENCE ?? join(__dirname, '../../../../../shared');
const data = join(reference, 'kometa-data');

/** As the reference script prints it. */
function shown(meaning: Meaning): unknown {
  switch (meaning.type) {
    case 'integer':
      return { type: 'integer', value: String(meaning.value) };
    case 'float':
      return { type: 'float', value: pythonFloat(meaning.value) };
    case 'list':
      return { type: 'list', items: meaning.items.map(shown) };
    case 'map':
      return { type: 'map', entries: meaning.entries.map(([key, value]) => [shown(key), shown(value)]) };
    default:
      return meaning;
  }
}

function ours(text: string): unknown {
  const tree = readYaml(text);
  return tree.faults.length > 0 ? { fault: tree.faults[0]?.code } : { meaning: shown(meaningOf(tree)) };
}

function differences(texts: readonly string[], answers: readonly Answer[]) {
  return texts.flatMap((text, index) => {
    const [mine, theirs] = [ours(text), answers[index]];
    const same =
      theirs && 'fault' in theirs
        ? typeof mine === 'object' && mine !== null && 'fault' in mine
        : JSON.stringify(mine) === JSON.stringify(theirs);
    const told = `${JSON.stringify(text)}: ${JSON.stringify(mine)}, but to Kometa ${JSON.stringify(theirs)}`;
    return same ? [] : [{ text, told }];
  });
}

const answers = askRuamel<Answer>(script, meaningCases);
const withRuamel = answers === undefined ? test.skip : test;

withRuamel('texts that are easily misread say to us what they say to Kometa', () => {
  const found = differences(meaningCases, answers ?? []);
  expect(found.filter(({ text }) => !KNOWN_DIFFERENCES.has(text)).map(({ told }) => told)).toEqual([]);
  expect(new Set(found.map(({ text }) => text))).toEqual(KNOWN_DIFFERENCES);
  expect(meaningCases.length).toBeGreaterThan(800);
});

const files = existsSync(data)
  ? readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:ya?ml|template)$/.test(path),
    )
  : [];

if (files.length === 0) {
  test('Kometa’s own files are there to be read', () => {
    process.stderr.write(`No files of Kometa in ${data}: their meaning not compared with ruamel.yaml’s\n`);
    expect(process.env.CI).not.toBe('true');
  });
} else {
  withRuamel('every file of Kometa’s own says to us what it says to Kometa', () => {
    const texts = files.map((path) => readFileSync(join(data, path), 'utf8'));
    const answered = askRuamel<Answer>(script, texts) ?? [];
    expect(differences(texts, answered).map(({ told }) => told)).toEqual([]);
    process.stderr.write(
      `Read as ruamel.yaml does: ${files.length} of ${files.length} of Kometa’s files, ${meaningCases.length} cases\n`,
    );
    expect(files.length).toBeGreaterThan(80);
  });
}
