import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNative } from '../packages/overlay/freetype/build.mjs';
import { root, say } from './root.mjs';

/** What is lost without a module. */
const MODULES = {
  freetype: 'Text on posters will be approximate.',
  pixels: 'Posters will be drawn more slowly.',
};
/** For the services, and for the browser's worker below /engine/. */
const TARGETS = ['dist/engine', 'web/dist/engine'];

function put(path, name) {
  const bytes = readFileSync(path);
  for (const target of TARGETS) {
    const to = join(root, target, name);
    if (existsSync(to) && readFileSync(to).equals(bytes)) continue;
    mkdirSync(join(root, target), { recursive: true });
    copyFileSync(path, to);
  }
}

/** Lays the drawing engine's WebAssembly where it is read from; what cannot be built is missing there. */
export async function buildNative() {
  put(join(root, 'node_modules/harfbuzzjs/dist/harfbuzz.wasm'), 'harfbuzz.wasm');
  for (const [name, loss] of Object.entries(MODULES)) {
    const { path, reason } = await ensureNative({ name });
    if (path) put(path, `${name}.wasm`);
    else {
      for (const target of TARGETS) rmSync(join(root, target, `${name}.wasm`), { force: true });
      say(`${name}.wasm could not be built. ${loss} ${reason}`);
    }
  }
}
