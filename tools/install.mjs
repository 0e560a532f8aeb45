import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './root.mjs';
import { mustRun } from './run-command.mjs';

const OLDEST_NODE = [20, 19];

export function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Error(
      `Marquee needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}. Install the current LTS.`,
    );
  }
}

/** True when what lies in node_modules is what the lockfile names. */
function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.includes('node_modules/') ||
      entry.optional ||
      entry.devOptional ||
      entry.peer ||
      installed[path]?.version === entry.version ||
      installed[path]?.link === true,
  );
}

export async function ensureInstalled() {
  assertNode();
  if (isInstalled()) return;
  say('Installing packages (once; a few minutes) …');
  // Not `npm ci`: it refuses a lockfile made on another platform, whose optional binaries it does not name.
  await mustRun('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}
