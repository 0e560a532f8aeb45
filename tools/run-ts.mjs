import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './root.mjs';

/** Bundles one TypeScript file and returns its module. */
export async function loadTypeScript(file) {
  await ensureInstalled();
  const name = relative(root, join(root, file)).replace(/\.ts$/, '').replaceAll('/', '-');
  await bundle({ [name]: file }, join(root, 'dist/tools'));
  return import(`${pathToFileURL(join(root, 'dist/tools', `${name}.mjs`)).href}?${Date.now()}`);
}

if (basename(process.argv[1] ?? '') === 'run-ts.mjs') {
  const module = await loadTypeScript(process.argv[2]);
  await module.default(...process.argv.slice(3));
}
