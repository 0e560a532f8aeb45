import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
// By file and not by package: the child starts 150 times and needs nothing else of it.
import { recoverJournals, sweepStaleTemps } from '../packages/service-kit/src/files/recover-files.ts';
import { writeFileAtomic } from '../packages/service-kit/src/files/write-file-atomic.ts';
import { seeded } from './random.ts';
import { versionedYaml, versionOf } from './versioned-yaml.ts';

const KILLS = 50;
const SEED = 20261121;
const CHILD = 'config-writes';

type Manner = 'atomic' | 'plain';

if (process.env.MARQUEE_FAULT_CHILD === CHILD) await writeForEver();

/** The child: writes one version after the other and says so after each, until it is killed. */
async function writeForEver(): Promise<void> {
  const [, , path = '', manner, from] = process.argv;
  for (let version = Number(from); ; version += 1) {
    const text = versionedYaml(version);
    if (manner === 'plain') writeFileSync(path, text);
    else await writeFileAtomic(path, text, { keepOwnerAndMode: true });
    writeSync(1, `${version}\n`);
  }
}

interface Outcome {
  kills: number;
  written: number;
  torn: number;
  lost: number;
  leftovers: number;
  swept: number;
  readsTorn: number;
  reads: number;
}

async function killWriters(dir: string, manner: Manner): Promise<Outcome> {
  const random = seeded(SEED);
  const path = join(dir, 'config.yml');
  const outcome = { kills: 0, written: 0, torn: 0, lost: 0, leftovers: 0, swept: 0, readsTorn: 0, reads: 0 };
  let next = 1;
  writeFileSync(path, versionedYaml(0));
  for (; outcome.kills < KILLS; outcome.kills += 1) {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), path, manner, String(next)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, MARQUEE_FAULT_CHILD: CHILD },
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await once(child.stdout, 'data');
    await pause(random() * 60);
    // A reader at the same time, as Kometa is one.
    outcome.reads += 1;
    if (versionOf(readFileSync(path, 'utf8')) === undefined) outcome.readsTorn += 1;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;

    await recoverJournals(dir);
    outcome.leftovers += leftoversIn(dir);
    outcome.swept += (await sweepStaleTemps(dir)).length;
    const acknowledged = Number(said.trim().split('\n').at(-1));
    const found = versionOf(readFileSync(path, 'utf8'));
    if (found === undefined) outcome.torn += 1;
    else if (found !== acknowledged && found !== acknowledged + 1) outcome.lost += 1;
    outcome.written += acknowledged - next + 1;
    next = acknowledged + 2;
  }
  if (leftoversIn(dir) > 0) throw new Error(`not swept: ${readdirSync(dir).join(', ')}`);
  return outcome;
}

const leftoversIn = (dir: string) => readdirSync(dir).filter((name) => name.startsWith('.marquee-')).length;

/** A single file mounted into a container cannot be replaced by renaming, only written in place. */
async function killWritersOfMount(root: string): Promise<Outcome> {
  const [dir, behind] = [join(root, 'mounted'), join(root, 'behind.yml')];
  mkdirSync(dir);
  writeFileSync(behind, '');
  writeFileSync(join(dir, 'config.yml'), '');
  execFileSync('mount', ['--bind', behind, join(dir, 'config.yml')]);
  try {
    return await killWriters(dir, 'atomic');
  } finally {
    execFileSync('umount', [join(dir, 'config.yml')]);
  }
}

async function run() {
  const root = mkdtempSync(join(tmpdir(), 'marquee-config-writes-'));
  const isRoot = process.getuid?.() === 0;
  try {
    const folder = (name: string) => {
      mkdirSync(join(root, name));
      return join(root, name);
    };
    const renamed = await killWriters(folder('atomic'), 'atomic');
    const mounted = isRoot ? await killWritersOfMount(root) : undefined;
    const control = await killWriters(folder('plain'), 'plain');
    const row = (name: string, outcome: Outcome) => [
      name,
      ...[outcome.kills, outcome.written, outcome.torn, outcome.lost, outcome.leftovers, outcome.swept].map(
        String,
      ),
      `${outcome.readsTorn} of ${outcome.reads}`,
    ];
    const ours = mounted ? [renamed, mounted] : [renamed];
    const unharmed = ours.every(({ torn, lost }) => torn + lost === 0) && renamed.readsTorn === 0;
    return {
      title: 'A configuration of 480 KB written while its writer is killed',
      columns: [
        'way',
        'kill -9',
        'versions saved',
        'torn',
        'saved and lost',
        'leftovers',
        'swept',
        'torn for a reader',
      ],
      rows: [
        row('writeFileAtomic', renamed),
        ...(mounted ? [row('writeFileAtomic on a file that is a mount', mounted)] : []),
        row('control: fs.writeFileSync', control),
      ],
      notes: [
        `Each kill comes at a random moment (seed ${SEED}) after at least one saved version; every file carries its version and a checksum, and must be the last version saved or the one being saved.`,
        'Leftovers are temporary files right after the kill; none was left after the sweep.',
        'A mounted file is written in place after a journal: a reader may see it half written, recovery at the next start makes it whole.',
        'The control writes in place and is expected to tear: it shows that this test can see a torn file.',
        ...(isRoot ? [] : ['Mounting needs root: the mounted file was not tried.']),
      ],
      pass: unharmed && control.torn > 0,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export default { name: 'config writes', run };
