import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  type CheckedFile,
  checkFolder,
  createFolderChecker,
  examineFolder,
  type KometaFolder,
} from '@marquee/kometa';
import { DOCTOR_FAULTS } from '@marquee/kometa/doctor-faults';
import {
  lineOfFault,
  SEEDED_FAULTS,
  type SeededFault,
  SOUND_FOLDER,
  withFault,
} from '@marquee/kometa/seeded-faults';
import { Ajv, type ValidateFunction } from 'ajv';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { median, quantile, type Table } from './table.ts';

const NOW = { year: 2026, month: 11, day: 21, hour: 5 };
const FILES = 50;
const LINES = 10_000;
const COLD_RUNS = 9;
const EDITS = 120;
const COLD_GOAL_MS = 400;
const EDIT_GOAL_MS = 50;
const FOUND_GOAL = 2;
/** As the thread of `bin/marquee validate` has it. */
const MEMORY = { maxOldGenerationSizeMb: 2_048, maxYoungGenerationSizeMb: 192 };
const schemas = join(
  process.env.MARQUEE_REFERENCE ?? join(process.cwd(), '../shared'),
  'kometa-data/json-schema',
);

const GENRES = ['Action', 'Drama', 'Comedy', 'Crime', 'Horror', 'Family', 'Western'];

const collection = (name: string, at: number): string => `  ${name}:
    # What is shown first
    plex_search:
      all:
        genre: ${GENRES[at % GENRES.length]}
        year.gte: ${1950 + (at % 70)}
      sort_by: added.desc
      limit: ${10 + (at % 40)}
    sort_title: "+${at} ${name}"
    summary: Films of a kind, number ${at}.
    visible_home: ${at % 2 === 0}
    sync_mode: sync
    schedule: weekly(${at % 2 === 0 ? 'sunday' : 'monday'})
`;

const overlay = (name: string, at: number): string => `  ${name}:
    overlay:
      name: text(<<critic_rating>>)
      group: g${at % 9}
      weight: ${at}
      horizontal_align: left
      horizontal_offset: ${at % 200}
      vertical_align: top
      vertical_offset: ${(at * 7) % 300}
      font_size: 40
      back_color: "#00000080"
    plex_all: true
`;

/** A folder as a person with many files has one: a config, collections in two of three files, overlays in the third. */
function generate(): Map<string, string> {
  const names = Array.from({ length: FILES - 1 }, (_, at) => `file-${at}.yml`);
  const isOverlays = (at: number) => at % 3 === 2;
  const listed = (overlays: boolean) =>
    names.flatMap((name, at) => (isOverlays(at) === overlays ? [`      - file: config/${name}\n`] : []));
  const config = `libraries:\n  Movies:\n    collection_files:\n      - default: basic\n${listed(false).join('')}    overlay_files:\n${listed(true).join('')}settings:\n  cache: true\n  sync_mode: append\nplex:\n  url: http://plex:32400\n  token: abc\ntmdb:\n  apikey: abc\n`;
  const texts = new Map([['config.yml', config]]);
  const wanted = LINES - lines(config);
  for (const [at, name] of names.entries()) {
    const until = Math.round((wanted * (at + 1)) / names.length) - Math.round((wanted * at) / names.length);
    let text = isOverlays(at) ? 'overlays:\n' : 'collections:\n';
    for (let one = 0; lines(text) + 13 <= until; one += 1) {
      text += (isOverlays(at) ? overlay : collection)(`File ${at} number ${one}`, one);
    }
    texts.set(name, text + '# the end\n'.repeat(until - lines(text)));
  }
  return texts;
}

const lines = (text: string): number => text.split('\n').length - 1;

const folderOf = (texts: ReadonlyMap<string, string>): KometaFolder => ({
  texts,
  kindOf: (path) => (texts.has(path) ? 'file' : path === '' ? 'folder' : null),
  namesIn: (path) => (path === '' ? [...texts.keys()] : []),
});

const countAll = (files: readonly CheckedFile[]): number =>
  files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);

/** One check in a thread that was just started, as `bin/marquee validate` does it. */
function cold(): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: 'cold', resourceLimits: MEMORY });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

if (!isMainThread && workerData === 'cold') {
  const folder = folderOf(generate());
  const start = performance.now();
  checkFolder(folder, NOW);
  parentPort?.postMessage(performance.now() - start);
}

/** One line is changed in one file after the other, now and then in config.yml; each time the whole folder is asked for. */
function edits(): { times: number[]; whole: number[]; findings: number } {
  const checker = createFolderChecker();
  const texts = generate();
  const names = [...texts.keys()];
  checker.check(folderOf(texts), NOW);
  const [times, whole]: number[][] = [[], []];
  let findings = 0;
  for (let at = 0; at < EDITS; at += 1) {
    const name = (at % 6 === 0 ? 'config.yml' : names[(at * 7) % names.length]) ?? 'config.yml';
    const text = (texts.get(name) ?? '').split('\n');
    const line = 5 + ((at * 31) % (text.length - 10));
    text[line] = `${text[line]} # edited ${at}`;
    texts.set(name, text.join('\n'));
    const start = performance.now();
    const found = checker.check(folderOf(texts), NOW);
    times?.push(performance.now() - start);
    findings = countAll(found);
    if (at % 12 !== 0) continue;
    const again = performance.now();
    if (countAll(checkFolder(folderOf(texts), NOW)) !== findings) throw new Error('The two checks differ');
    whole?.push(performance.now() - again);
  }
  return { times: times ?? [], whole: whole ?? [], findings };
}

const SCHEMAS: Readonly<Record<string, string>> = {
  'config.yml': 'config',
  'films.yml': 'collection',
  'badges.yml': 'overlay',
  'facts.yml': 'metadata',
  'lists.yml': 'playlist',
  'more.yml': 'collection',
  'corners.yml': 'overlay',
  'more-facts.yml': 'metadata',
};

/** Whether a fault is told at its line, and whether anything at all is said of it. */
interface Verdict {
  there: boolean;
  anywhere: boolean;
}
type Judge = (fault: SeededFault) => Verdict;

/** What ajv says of a file, each with the lines that it may mean; null for what cannot be parsed, with the parser's lines. */
function toldByAjv(validate: ValidateFunction | undefined, text: string): Map<string, readonly number[]> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: 'error' });
  const lineAt = (offset: number | undefined) => counter.linePos(offset ?? 0).line;
  if (document.errors.length > 0) {
    return new Map(document.errors.map((error) => [error.message, [lineAt(error.pos[0])]]));
  }
  const lost: [string, readonly number[]][] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (!alias.resolve(document)) lost.push([`no anchor ${alias.source}`, [lineAt(alias.range?.[0])]]);
    },
  });
  if (lost.length > 0) return new Map(lost);
  validate?.(document.toJS());
  return new Map(
    (validate?.errors ?? []).map(({ instancePath, keyword, message, params }) => {
      const path = instancePath
        .split('/')
        .slice(1)
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      const whole = 'additionalProperty' in params ? [...path, String(params.additionalProperty)] : path;
      return [
        `${instancePath} ${keyword} ${message} ${JSON.stringify(params)}`,
        linesOf(document.contents, whole, lineAt),
      ];
    }),
  );
}

/** The line of the key and the line where its value begins. */
function linesOf(root: unknown, path: readonly string[], lineAt: (offset?: number) => number): number[] {
  let lines = [1];
  let node = root;
  for (const step of path) {
    if (isSeq(node)) node = node.items[Number(step)];
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair) return lines;
      lines = [lineAt(isScalar(pair.key) ? pair.key.range?.[0] : 0)];
      node = pair.value;
    }
    if (isNode(node) && node.range) lines = [...lines.slice(0, 1), lineAt(node.range[0])];
  }
  return lines;
}

/** ajv finds a fault when it says something that it does not say of the sound file. */
function byAjv(): { judge: Judge; ofSound: number } {
  const validators = new Map<string, ValidateFunction>();
  for (const [file, schema] of Object.entries(SCHEMAS)) {
    const written = JSON.parse(readFileSync(join(schemas, `${schema}-schema.json`), 'utf8'));
    const ajv = new Ajv({
      strict: false,
      allErrors: true,
      logger: false,
      unicodeRegExp: false,
      validateSchema: false,
    });
    const { $schema: _, ...schemaItself } = written;
    validators.set(file, ajv.compile(schemaItself));
  }
  const sound = new Map(
    Object.entries(SOUND_FOLDER).map(([file, text]) => [file, toldByAjv(validators.get(file), text)]),
  );
  const judge: Judge = (fault) => {
    const told = toldByAjv(validators.get(fault.file), withFault(fault).get(fault.file) ?? '');
    const found = [...told].filter(([one]) => !sound.get(fault.file)?.has(one));
    const line = lineOfFault(fault);
    return { there: found.some(([, lines]) => lines.includes(line)), anywhere: found.length > 0 };
  };
  return { judge, ofSound: [...sound.values()].reduce((sum, { size }) => sum + size, 0) };
}

const FAULTS = [...SEEDED_FAULTS, ...DOCTOR_FAULTS];

/** What the checks and the doctor say of a folder, without what is only told. */
function toldByUs(texts: ReadonlyMap<string, string>) {
  const folder = folderOf(texts);
  return examineFolder(checkFolder(folder, NOW), folder, NOW).flatMap(({ file, tree, diagnostics }) =>
    diagnostics
      .filter(({ severity, code }) => severity !== 'info' || !code.startsWith('risk.'))
      .map(({ span }) => ({ file, line: tree.lines.place(span).line })),
  );
}

/** We find a fault when we say anything of its file; the sound folder is without findings. */
const byUs: Judge = (fault) => {
  const lines = toldByUs(withFault(fault)).flatMap(({ file, line }) => (file === fault.file ? [line] : []));
  return { there: lines.includes(lineOfFault(fault)), anywhere: lines.length > 0 };
};

/** What a fault is about, by the code that we give it. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['what is no YAML to Kometa', /^yaml\./],
  ['a schedule that is none, or never matches', /^schedule\./],
  [
    'a file that is missing, elsewhere or of another kind',
    /\.(?:missing-f|bare-path|not-checked|wrong-kind|no-location)/,
  ],
  ['a default file that there is not, or is for others', /\.(?:unknown-default|kind-guessed)$/],
  ['a template variable that nothing reads', /\.unknown-variable$/],
  ['a placeholder that nothing fills in', /\.placeholder$/],
  ['a name that an earlier file has', /\.duplicate-mapping$/],
  ['groups, queues, weights and offsets', /\.(?:weight-|queue-|group-|offsets-)/],
  ['an old name or place, or a key that is not looked at', /\.(?:renamed|moved|ignored)-/],
  [
    'a key in a wrong place, or missing',
    /\.(?:wrong-place|missing-key|blank-|no-builder|no-type|not-in-playlist)/,
  ],
  ['a key that is misspelt', /\.(?:unknown-key|attribute-unknown|root-key-unknown|unknown)$/],
  ['a service that is used, and whose keys are missing', /^credentials\./],
  ['a setting that does harm', /^risk\./],
  ['a value that is none', /./],
];

const kindOf = ({ code }: SeededFault): string => KINDS.find(([, codes]) => codes.test(code))?.[0] ?? '';

function compare(): { rows: (string | number)[][]; times: number } | null {
  if (!existsSync(schemas)) return null;
  const ajv = byAjv();
  const found = FAULTS.map((fault) => ({
    kind: kindOf(fault),
    us: byUs(fault),
    ajv: ajv.judge(fault),
  }));
  const count = (who: 'us' | 'ajv', what: keyof Verdict, some = found) =>
    some.filter((one) => one[who][what]).length;
  const rows = KINDS.map(([kind]) => {
    const some = found.filter((one) => one.kind === kind);
    const told = `${count('us', 'there', some)}, ${count('ajv', 'there', some)}`;
    return [`found at its line, ours and ajv’s, of ${some.length}: ${kind}`, told, ''];
  });
  const sound = toldByUs(new Map(Object.entries(SOUND_FOLDER)));
  const times = count('us', 'there') / count('ajv', 'there');
  const shares = KINDS.map(([kind]) => {
    const some = found.filter((one) => one.kind === kind);
    return count('ajv', 'there', some) / some.length;
  });
  const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  const mended = FAULTS.filter(({ mends }) => mends).length;
  return {
    rows: [
      ...rows,
      [
        `found at its line, ours and ajv’s, of all ${found.length} seeded faults`,
        `${count('us', 'there')}, ${count('ajv', 'there')}`,
        '',
      ],
      ['ours to ajv’s', `${times.toFixed(2)} ×`, `≥ ${FOUND_GOAL} ×`],
      ['the same with every kind of fault counted alike', `${(1 / share).toFixed(2)} ×`, ''],
      ['with a fix that mends it: ours and ajv’s', `${mended}, 0`, ''],
      [
        'anything said at all, wherever: ours and ajv’s',
        `${count('us', 'anywhere')}, ${count('ajv', 'anywhere')}`,
        '',
      ],
      ['said of the sound folder: ours and ajv’s', `${sound.length}, ${ajv.ofSound}`, ''],
    ],
    times,
  };
}

async function run(): Promise<Table> {
  const colds: number[] = [];
  for (let at = 0; at < COLD_RUNS; at += 1) colds.push(await cold());
  const { times, whole, findings } = edits();
  const compared = compare();
  const all = [...generate().values()].reduce((sum, text) => sum + lines(text), 0);
  const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
  return {
    title: `Checking a folder of ${all.toLocaleString('en')} lines in ${FILES} files`,
    columns: ['what', 'measured', 'goal'],
    rows: [
      [
        `all of it in a thread that was just started, median of ${COLD_RUNS}`,
        milliseconds(median(colds)),
        `≤ ${COLD_GOAL_MS} ms`,
      ],
      ['the same, slowest', milliseconds(quantile(colds, 1)), ''],
      ['all of it, anew each time in a program that has been running', milliseconds(median(whole)), ''],
      [`after one edited line, median of ${EDITS}`, milliseconds(median(times)), `≤ ${EDIT_GOAL_MS} ms`],
      ['the same, p95', milliseconds(quantile(times, 0.95)), `≤ ${EDIT_GOAL_MS} ms`],
      ...(compared?.rows ?? []),
    ],
    notes: [
      'Reading the YAML is part of every number; reading files from the disk is not. After an edit all findings of the folder are asked for, and compared with those of a new check.',
      'A thread that was just started compiles while it checks: with other work on both cores of the machine the first number was 400 to 1,800 ms in other runs; this one is of a quiet moment.',
      `Every sixth edit is in config.yml, on which the findings of all files may depend; ${findings} findings in the end.`,
      compared
        ? 'ajv with Kometa’s own JSON schemas, one for each kind of file, on what the yaml package reads, with all errors. It finds a fault when it says something that it does not say of the sound file, and the key or the value that it says it of is on the fault’s line. Schedules, files that are missing, placeholders, what one file says of another, and what is allowed but harmful, are no matter for a schema. The faults are those of the suite: at least one for most of the codes that we tell, many of them misspelt keys and values, which a schema finds as well; and those that the doctor tells.'
        : 'Kometa’s JSON schemas are not here: not compared with ajv.',
    ],
    pass:
      median(colds) <= COLD_GOAL_MS &&
      quantile(times, 0.95) <= EDIT_GOAL_MS &&
      (compared === null || compared.times >= FOUND_GOAL),
  };
}

export default { name: 'validate', run };
