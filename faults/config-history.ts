import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
// By file and not by package: the child starts 200 times and needs nothing else of them.
import { bareRepository } from '../services/config/src/adapters/bare-repository.ts';
import { localFolder } from '../services/config/src/adapters/local-folder.ts';
import { fileIdOf } from '../services/config/src/files/file-id.ts';
import { type SavePorts, saveFile } from '../services/config/src/files/save-file.ts';
import { createWritingTurns } from '../services/config/src/files/writing-turns.ts';
import { blobIdOf, createHistory } from '../services/config/src/history/history.ts';
import { createOutside } from '../services/config/src/history/outside.ts';
import { checkWithGit } from './check-with-git.ts';
import { seeded } from './random.ts';
import { versionedYaml, versionOf } from './versioned-yaml.ts';

const KILLS = 200;
const SEED = 20261121;
const CHILD = 'config-history';
const FILE = 'config.yml';
/** How often somebody edits the file on the host while Marquee is down. */
const EDITED_EVERY = 10;

if (process.env.MARQUEE_FAULT_CHILD === CHILD) await saveForEver();

function savingIn(root: string): SavePorts {
  const folder = localFolder(join(root, 'kometa'));
  const history = createHistory({ repository: bareRepository(join(root, 'history.git')) });
  const turns = createWritingTurns();
  const announce = async () => undefined;
  const outside = createOutside({ folder, history, turns, now: Date.now, announce });
  return { folder, history, turns, outside, clock: () => new Date(), announce };
}

/** The child: saves one version after the other and says so after each, until it is killed. */
async function saveForEver(): Promise<void> {
  const [, , root = '', from] = process.argv;
  const saving = savingIn(root);
  for (let version = Number(from); ; version += 1) {
    const content = versionedYaml(version);
    await saveFile(saving, { fileId: fileIdOf(FILE), ifMatch: '*', content, by: 'ada', author: 'Ada' });
    writeSync(1, `${version}\n`);
  }
}

const idOf = (version: number) => blobIdOf(Buffer.from(versionedYaml(version)));

async function run() {
  const root = mkdtempSync(join(tmpdir(), 'marquee-config-history-'));
  const path = join(root, 'kometa', FILE);
  const random = seeded(SEED);
  const count = { saved: 0, torn: 0, lost: 0, betweenFileAndVersion: 0, edited: 0, unseen: 0 };
  const acknowledged: number[] = [];
  const byHand: number[] = [];
  mkdirSync(join(root, 'kometa'));
  writeFileSync(path, versionedYaml(0));
  try {
    let next = 1;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const child = spawn(process.execPath, [fileURLToPath(import.meta.url), root, String(next)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, MARQUEE_FAULT_CHILD: CHILD },
      });
      let said = '';
      child.stdout.on('data', (chunk) => {
        said += chunk;
      });
      await once(child.stdout, 'data');
      await pause(random() * 120);
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
      const last = Number(said.trim().split('\n').at(-1));
      for (let version = next; version <= last; version += 1) acknowledged.push(version);

      // As at the next start of Marquee.
      const saving = savingIn(root);
      await saving.folder.sweep();
      const found = versionOf(readFileSync(path, 'utf8'));
      if (found === undefined) count.torn += 1;
      else if (found !== last && found !== last + 1) count.lost += 1;
      const newest = async () => (await saving.history.files()).get(FILE);
      if ((await newest()) !== idOf(found ?? -1)) count.betweenFileAndVersion += 1;
      await saving.outside.noteAll();
      if ((await newest()) !== idOf(found ?? -1)) count.unseen += 1;
      next = last + 2;
      if (kill % EDITED_EVERY === 0) {
        writeFileSync(path, versionedYaml(next));
        byHand.push(next);
        next += 1;
      }
    }
    count.saved = acknowledged.length;
    count.edited = byHand.length;

    const { history, outside } = savingIn(root);
    await outside.noteAll();
    const startedAt = performance.now();
    const versions = await history.versions();
    const readMs = performance.now() - startedAt;
    const authors = new Map(
      versions.flatMap(({ author, changes }) => changes.map(({ after }) => [after, author] as const)),
    );
    const missing = acknowledged.filter((version) => authors.get(idOf(version)) !== 'Ada').length;
    const editsMissing = byHand.filter((version) => authors.get(idOf(version)) !== 'outside').length;
    const fsck = checkWithGit(join(root, 'history.git'));
    const harm = count.torn + count.lost + count.unseen + missing + editsMissing;
    return {
      title: 'Saves with their history while the process is killed',
      columns: ['what', 'count'],
      rows: [
        ['kill -9', KILLS],
        ['saves acknowledged', count.saved],
        ['versions in the history', versions.length],
        ['files torn', count.torn],
        ['files that are neither the last version saved nor the one being saved', count.lost],
        ['acknowledged saves that the history does not have under their author', missing],
        ['killed between the file and its version, found at the next start', count.betweenFileAndVersion],
        ['found files that the history did not get', count.unseen],
        ['edits on the host while Marquee was down', count.edited],
        ['of these not in the history as from outside', editsMissing],
        ['errors of git fsck --strict', fsck ?? 'git is not installed'],
      ].map((row) => row.map(String)),
      notes: [
        `Each kill comes at a random moment (seed ${SEED}) after at least one acknowledged save of a file of 480 KB; the saves are those of the config service, with the real folder and the real repository.`,
        'A version is made after its file is written: killed in between, the file is found at the next start and becomes a version from outside, never the other way round.',
        `Reading all versions at the end took ${Math.round(readMs)} ms.`,
      ],
      pass: harm === 0 && (fsck ?? 0) === 0,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export default { name: 'config history', run };
