import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, ensureBuilt } from './build.mjs';
import { root, say } from './root.mjs';

/** Of a table without goals it says so itself, or nothing. */
function isPassed({ pass, goals = [] }) {
  const unreached = goals.some(({ reached }) => !reached);
  return goals.length === 0 ? pass : !unreached && pass !== false;
}

function markdown({ title, columns, rows, notes = [], pass, goals = [] }) {
  const passed = isPassed({ pass, goals });
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    `# ${title}`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row)),
    '',
    ...notes.map((note) => `- ${note}`),
    ...goals.map(
      ({ what, measured, reached }) => `- Goal: ${what}; ${measured}: ${reached ? 'pass' : 'FAIL'}`,
    ),
    ...(passed === undefined ? [] : [`- Verdict: ${passed ? 'pass' : 'FAIL'}`]),
    `- Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}`,
    '',
  ].join('\n');
}

/** Runs every `{ name, run }` of a folder (or the named ones), prints its table and keeps it in `results/`. */
export async function runTables(folder, wanted) {
  await ensureBuilt();
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts'));
  const chosen = files.filter((file) => wanted.length === 0 || wanted.includes(basename(file, '.ts')));
  if (chosen.length === 0)
    throw new Error(`Nothing named ${wanted.join(', ')} in ${folder}/: it has ${files.join(', ')}`);
  const outdir = join(root, 'dist', folder);
  await bundle(
    Object.fromEntries(chosen.map((file) => [basename(file, '.ts'), `${folder}/${file}`])),
    outdir,
  );
  mkdirSync(join(root, folder, 'results'), { recursive: true });
  let failed = 0;
  for (const file of chosen) {
    const module = await import(pathToFileURL(join(outdir, `${basename(file, '.ts')}.mjs`)).href);
    const { name, run } = module.default ?? {};
    if (!run) continue;
    say(`${folder}: ${name} …`);
    const table = await run();
    const text = markdown(table);
    process.stdout.write(`${text}\n`);
    writeFileSync(join(root, folder, 'results', `${basename(file, '.ts')}.md`), text);
    if (isPassed(table) === false) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}
