import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NEEDED_AT_RUN_TIME } from './build.mjs';
import { root } from './root.mjs';

/** Where Node would find `name` for a package that lies at `from`; undefined for another platform's binary. */
function folderOf(name, from) {
  for (let at = from; at.startsWith(root); at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return undefined;
}

/** The packages that bundles do not hold, each with all that it needs itself. */
function foldersNeeded() {
  const found = new Set();
  const waiting = NEEDED_AT_RUN_TIME.map((name) => folderOf(name, root));
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const names = Object.keys({ ...dependencies, ...optionalDependencies });
    waiting.push(...names.map((name) => folderOf(name, folder)).filter(Boolean));
  }
  return found;
}

/** Copies what dist/ asks for at run time into `target`, which is all of node_modules that an image carries. */
export function copyRuntimeModules(target) {
  for (const folder of foldersNeeded())
    cpSync(folder, join(target, relative(root, folder)), { recursive: true, dereference: true });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) copyRuntimeModules(process.argv[2]);
