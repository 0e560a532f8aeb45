import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
// By file and not by package: the child starts many times and needs nothing else of them.
import { bareRepository } from '../services/config/src/adapters/bare-repository.ts';
import { localFolder } from '../services/config/src/adapters/local-folder.ts';
import type { BranchPorts } from '../services/config/src/branches/branch-ports.ts';
import { mergeBranch } from '../services/config/src/branches/merge-branch.ts';
import { saveOnBranch } from '../services/config/src/branches/save-on-branch.ts';
import { fileIdOf } from '../services/config/src/files/file-id.ts';
import { createWritingTurns } from '../services/config/src/files/writing-turns.ts';
import { createBranches } from '../services/config/src/history/branches.ts';
import { createHistory } from '../services/config/src/history/history.ts';
import { createOutside } from '../services/config/src/history/outside.ts';
import { ownDesk } from '../services/config/src/problems/deskwork.ts';
import { checkWithGit } from './check-with-git.ts';
import { seeded } from './random.ts';
import { versionedYaml, versionOf } from './versioned-yaml.ts';

const KILLS = 100;
const SEED = 20261122;
const CHILD = 'branch-merges';
const FILES = ['config.yml', 'collections.yml'];
const BRANCH = 'tried';
const ADA = { by: 'ada', author: 'Ada' };

if (process.env.MARQUEE_FAULT_CHILD === CHILD) await mergeForEver();

function savingIn(root: string): BranchPorts {
  const folder = localFolder(join(root, 'kometa'));
  const repository = bareRepository(join(root, 'history.git'));
  const history = createHistory({ repository });
  const turns = createWritingTurns();
  const announce = async () => undefined;
  const outside = createOutside({ folder, history, turns, now: Date.now, announce });
  const branches = createBranches({ repository, history });
  return {
    ...{ folder, history, turns, outside, branches, announce },
    clock: () => new Date(),
    announceBranch: announce,
  };
}

async function merge(saving: BranchPorts): Promise<void> {
  await saving.outside.noteAll();
  const { head, folder } = await saving.branches.find(BRANCH);
  const heads = { versionId: folder, branchVersionId: head };
  const wish = { ...ADA, ...heads, branch: BRANCH, resolved: [], keep: false };
  await mergeBranch({ saving, desk: ownDesk() }, wish);
}

/** The child: one branch after the other, each with a version of all files, and says so when it is merged. */
async function mergeForEver(): Promise<void> {
  const [, , root = '', from] = process.argv;
  const saving = savingIn(root);
  await saving.outside.noteAll();
  for (let version = Number(from); ; version += 1) {
    const newest = (await saving.history.newestId()) ?? '';
    await saving.branches.make(BRANCH, newest, { ...ADA, at: new Date() });
    for (const path of FILES) {
      const content = versionedYaml(version);
      await saveOnBranch(saving, { ...ADA, branch: BRANCH, fileId: fileIdOf(path), ifMatch: '*', content });
    }
    writeSync(1, `made ${version}\n`);
    await merge(saving);
    writeSync(1, `merged ${version}\n`);
  }
}

async function run() {
  const root = mkdtempSync(join(tmpdir(), 'marquee-branch-merges-'));
  const random = seeded(SEED);
  const count = { merged: 0, torn: 0, lost: 0, halfway: 0, begun: 0, left: 0, notFinished: 0, still: 0 };
  mkdirSync(join(root, 'kometa'));
  for (const path of FILES) writeFileSync(join(root, 'kometa', path), versionedYaml(0));
  const onDisk = () => FILES.map((path) => versionOf(readFileSync(join(root, 'kometa', path), 'utf8')));
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
      await pause(random() * 600);
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
      const lines = said.trim().split('\n');
      const merged = lines.filter((line) => line.startsWith('merged'));
      const last = next - 1 + merged.length;
      count.merged += merged.length;

      // As at the next start of Marquee.
      const saving = savingIn(root);
      await saving.folder.sweep();
      const found = onDisk();
      if (found.includes(undefined)) count.torn += 1;
      if (found.some((version) => version !== last && version !== last + 1)) count.lost += 1;
      if (new Set(found).size > 1) count.halfway += 1;
      await saving.outside.noteAll();
      const isThere = (await saving.branches.list()).length > 0;
      const isMade = lines.includes(`made ${last + 1}`);
      if (isThere && isMade) {
        count.begun += 1;
        if (found.every((version) => version === last + 1)) count.left += 1;
        await merge(saving);
        if (onDisk().some((version) => version !== last + 1)) count.notFinished += 1;
        next = last + 2;
      } else {
        if (isMade && found.some((version) => version !== last + 1)) count.notFinished += 1;
        // The kill came while the branch was made: the next one begins anew.
        if (isThere) await saving.branches.remove(await saving.branches.find(BRANCH));
        next = Math.max(...onDisk().map((version) => version ?? 0)) + 1;
      }
      count.still += (await saving.branches.list()).length;
    }
    const fsck = checkWithGit(join(root, 'history.git'));
    const harm = count.torn + count.lost + count.notFinished + count.still;
    return {
      title: 'Merges of branches while the process is killed',
      columns: ['what', 'count'],
      rows: [
        ['kill -9', KILLS],
        ['merges acknowledged', count.merged],
        ['files torn', count.torn],
        ['files that are neither of the version before nor of the one being merged', count.lost],
        ['killed between two files of one merge', count.halfway],
        ['branches found at the next start, and merged then', count.begun],
        ['of these with all files written already', count.left],
        ['merges that were then not whole', count.notFinished],
        ['branches that stayed after they were merged', count.still],
        ['errors of git fsck --strict', fsck ?? 'git is not installed'],
      ].map((row) => row.map(String)),
      notes: [
        `Each kill comes at a random moment (seed ${SEED}) after a branch was made, with a new version of ${FILES.length} files of 480 KB; the merges are those of the config service, with the real folder and the real repository.`,
        'Killed between two files, the branch is still there: what was written counts as changed from outside and as the same, and merging again writes the rest.',
      ],
      pass: harm === 0 && (fsck ?? 0) === 0,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export default { name: 'branch merges', run };
