import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, run, say } from './run.mjs';

const APT = { DEBIAN_FRONTEND: 'noninteractive' };
const DEBIAN_PACKAGES = ['clang', 'lld', 'wasi-libc', 'xz-utils'];
/** Brings clang, its linker and a libc for WebAssembly, for machines that have none and no right to install them. */
const ZIGLANG = 'ziglang==0.17.0';

/** Zig's linker knows one of our flags by another default, and its targets have an operating system's name. */
function forZig(flags) {
  return flags
    .filter((flag) => flag !== '-Wl,--stack-first')
    .map((flag) => (flag === '--target=wasm32' ? '--target=wasm32-freestanding' : flag));
}

/** True when the compiler can make a program that uses libc. */
async function works({ command }, probe) {
  mkdirSync(probe, { recursive: true });
  const [program, ...args] = command;
  const { code } = await run(program, [
    ...args,
    '--target=wasm32-wasi',
    '-mexec-model=reactor',
    '-nodefaultlibs',
    '-xc',
    join(import.meta.dirname, 'probe.c'),
    '-xnone',
    '-lc',
    '-o',
    join(probe, 'probe.wasm'),
  ]);
  rmSync(probe, { recursive: true, force: true });
  return code === 0;
}

async function installWithApt() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || (await run('apt-get', ['--version'])).code !== 0) return false;
  say(`Installing Debian packages: ${DEBIAN_PACKAGES.join(', ')} …`);
  await run('apt-get', ['update', '-qq'], APT);
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES],
    APT,
  );
  if (code !== 0) say(output.trim().slice(-1000));
  return code === 0;
}

async function installZig(cache) {
  const folder = join(cache, ZIGLANG.replace('==', '-'));
  const zig = join(folder, 'ziglang/zig');
  if (existsSync(zig)) return zig;
  say(`Fetching ${ZIGLANG} from PyPI for its C compiler (about 400 MB unpacked, once) …`);
  const making = `${folder}.${process.pid}`;
  try {
    await mustRun('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', making, ZIGLANG]);
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return zig;
}

/** The words that a compilation begins with, and what is to be done with our flags. */
export async function findCompiler(cache) {
  const probe = join(cache, `probe-${process.pid}`);
  const clang = { command: ['clang'], flags: (ours) => ours };
  if (await works(clang, probe)) return clang;
  if ((await installWithApt()) && (await works(clang, probe))) return clang;
  const zig = { command: [await installZig(cache), 'cc'], flags: forZig };
  if (await works(zig, probe)) return zig;
  throw new Error('There is no C compiler for WebAssembly: install clang, lld and wasi-libc.');
}
