import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { openStudio } from '../adapters/open-studio.ts';
import type { Studio } from '../studio/studio.ts';

const projectRoot = resolve(__dirname, '../../../..');

/** The thread as the build makes it, below node_modules so that it finds its packages. */
export function buildThread(name: string): string {
  const script = join(projectRoot, 'node_modules/.cache/marquee-tests', `${name}-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(projectRoot, 'services/renderer/src/adapters/thread.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['sharp', '@napi-rs/image'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);",
    },
  });
  return script;
}

/** The engine's WebAssembly, as far as it can be built here. */
export function layOutEngine(folder: string): { exact: boolean } {
  mkdirSync(folder, { recursive: true });
  copyFileSync(
    createRequire(__filename).resolve('harfbuzzjs/dist/harfbuzz.wasm'),
    join(folder, 'harfbuzz.wasm'),
  );
  const build = `import { ensureNative } from './packages/overlay/freetype/build.mjs';
    console.log(JSON.stringify(await Promise.all(['freetype', 'pixels'].map((name) => ensureNative({ name })))));`;
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', build], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  const built: { path?: string; reason?: string }[] = JSON.parse(told);
  for (const { path, reason } of built) {
    if (path !== undefined) copyFileSync(path, join(folder, path.split('/').at(-1) ?? ''));
    else if (process.env.CI === 'true') throw new Error(reason);
  }
  return { exact: existsSync(join(folder, 'freetype.wasm')) };
}

/** A font that comes along, by the name that Kometa gives it. */
export function shippedFont(name: string): Uint8Array {
  const list =
    "import { shippedFonts } from './defaults/fonts.mjs'; console.log(JSON.stringify(shippedFonts()));";
  const fonts: { name: string; file: string }[] = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', list], {
      cwd: projectRoot,
      encoding: 'utf8',
    }),
  );
  const found = fonts.find((font) => font.name === name);
  if (found === undefined) throw new Error(`No font ${name} comes along`);
  return readFileSync(resolve(projectRoot, found.file));
}

/** Threads that draw for real. */
export function realStudio(script: string, engine: string, threads = 1): Studio {
  return openStudio({ script, threads, engine });
}
