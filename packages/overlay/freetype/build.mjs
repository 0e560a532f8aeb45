import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findCompiler } from './compiler.mjs';
import { mustRun, say } from './run.mjs';
import { freetypeSource, SOURCE_SHA256 } from './source.mjs';

const here = import.meta.dirname;
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'marquee');

const FREETYPE_PARTS = [
  ...['ftbase', 'ftbitmap', 'ftdebug', 'ftglyph', 'ftinit', 'ftmm', 'ftstroke'].map((part) => `base/${part}`),
  ...['autofit', 'cff', 'psaux', 'pshinter', 'psnames', 'raster', 'sfnt', 'smooth', 'truetype'].map(
    (part) => `${part}/${part}`,
  ),
];
const FREETYPE_FLAGS = [
  '--target=wasm32-wasi',
  '-mexec-model=reactor',
  '-Oz',
  '-flto',
  '-w',
  '-fvisibility=hidden',
  '-nodefaultlibs',
  '-DNDEBUG',
  '-DFT2_BUILD_LIBRARY',
  '-DFT_CONFIG_OPTIONS_H=<options.h>',
  '-DFT_CONFIG_MODULES_H=<modules.h>',
  '-Wl,--strip-all',
  '-Wl,--gc-sections',
  // A stack that runs over then traps; below the data it would write into it.
  '-Wl,--stack-first',
  '-Wl,-z,stack-size=1048576',
  '-Wl,--max-memory=268435456',
];
const PIXEL_FLAGS = [
  '--target=wasm32',
  '-O3',
  '-msimd128',
  '-ffreestanding',
  '-nostdlib',
  '-Wl,--no-entry',
  '-Wl,--export=__heap_base',
  '-Wl,--strip-all',
];

/** What can be made: from which files of ours, with what else, and how. */
const MODULES = {
  freetype: {
    folder: here,
    pinned: SOURCE_SHA256,
    flags: FREETYPE_FLAGS,
    async inputs() {
      const source = await freetypeSource(cache);
      return [
        ...['wasm-libc', '.'].map((folder) => `-I${join(here, folder)}`),
        `-I${join(source, 'include')}`,
        `-I${join(source, 'src/autofit')}`,
        ...sourcesIn(here).filter((file) => !file.endsWith('probe.c')),
        ...FREETYPE_PARTS.map((part) => join(source, 'src', `${part}.c`)),
        '-lc',
      ];
    },
  },
  pixels: {
    folder: join(here, '../native'),
    pinned: '',
    flags: PIXEL_FLAGS,
    inputs: async () => sourcesIn(join(here, '../native')),
  },
};

function sourcesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.c'))
    .sort()
    .map((name) => join(folder, name));
}

/** Changes with everything that the result depends on but the compiler: any clang gives the same arithmetic. */
function fingerprint({ folder, pinned, flags }) {
  const hash = createHash('sha256').update(JSON.stringify([pinned, flags, FREETYPE_PARTS]));
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.[ch]$/.test(name));
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 24);
}

async function make(name, folder) {
  say(`Compiling ${name}.wasm (once) …`);
  mkdirSync(cache, { recursive: true });
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    const compiler = await findCompiler(cache);
    const [program, ...args] = compiler.command;
    const { flags, inputs } = MODULES[name];
    const output = ['-o', join(making, `${name}.wasm`)];
    await mustRun(program, [...args, ...compiler.flags(flags), ...(await inputs()), ...output]);
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/**
 * The path of `freetype` or `pixels` as WebAssembly, which is compiled when it is not in the cache; or why there is
 * none.
 */
export async function ensureNative({ name }) {
  const folder = join(cache, `${name}-${fingerprint(MODULES[name])}`);
  const path = join(folder, `${name}.wasm`);
  try {
    if (!existsSync(path)) await make(name, folder);
    return { path };
  } catch (error) {
    return { reason: error.message };
  }
}

/** `node build.mjs [name…]` prints where the modules lie. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = process.argv.slice(2);
  for (const name of wanted.length > 0 ? wanted : Object.keys(MODULES)) {
    const { path, reason } = await ensureNative({ name });
    if (path) process.stdout.write(`${path}\n`);
    else {
      say(`${name}.wasm could not be built. ${reason}`);
      process.exitCode = 1;
    }
  }
}
