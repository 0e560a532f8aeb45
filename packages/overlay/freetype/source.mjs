import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';

const VERSION = '2.14.3';
export const SOURCE_SHA256 = 'dc1bec263a6fffa436029efe6428f601d6b1a0b800837508ee3e49bbab8f1006';
const IN_POOL = `pool/main/f/freetype/freetype_${VERSION}%2Bdfsg.orig.tar.xz`;
const TIMEOUT_MS = 60_000;

/** Mirrors that this machine's own apt uses, in both of its notations. */
function aptMirrors(folder = '/etc/apt') {
  const files = [
    'sources.list',
    ...listOf(join(folder, 'sources.list.d')).map((name) => `sources.list.d/${name}`),
  ];
  const lines = files
    .map((name) => join(folder, name))
    .filter((file) => /\.(list|sources)$/.test(file) && existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const found = lines.flatMap((line) => {
    const [, list] =
      /^URIs:\s*(.+)$/.exec(line) ?? /^deb(?:-src)?\s+(?:\[[^\]]*\]\s+)?(\S+)/.exec(line) ?? [];
    return list?.split(/\s+/).filter((url) => /^https?:/.test(url)) ?? [];
  });
  return [...new Set(found.map((url) => url.replace(/\/+$/, '')))];
}

function listOf(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Where the source lies. Pools drop old versions one day; the snapshot keeps them. */
function places() {
  const mirrors = [...aptMirrors(), 'https://deb.debian.org/debian', 'https://archive.ubuntu.com/ubuntu'];
  return [
    ...new Set(mirrors.map((mirror) => `${mirror}/${IN_POOL}`)),
    'https://snapshot.debian.org/file/014518a1f2ddc8ba0715a9ada354f2d56e933727',
  ];
}

async function fetched(url) {
  const reply = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!reply.ok) throw new Error(`answered ${reply.status}`);
  const bytes = Buffer.from(await reply.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== SOURCE_SHA256) throw new Error(`gave something else (sha256 ${sha256})`);
  return bytes;
}

async function download() {
  const refusals = [];
  for (const url of places()) {
    try {
      return await fetched(url);
    } catch (error) {
      refusals.push(`${url}: ${error.cause?.message ?? error.message}`);
    }
  }
  throw new Error(`FreeType's source could not be fetched.\n  ${refusals.join('\n  ')}`);
}

/** The unpacked source in `cache`; fetched when it is not there. */
export async function freetypeSource(cache) {
  const folder = join(cache, `freetype-source-${SOURCE_SHA256.slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    const archive = join(making, 'source.tar.xz');
    writeFileSync(archive, await download());
    await mustRun('tar', ['-xf', archive, '-C', making, '--strip-components=1', '--no-same-owner']);
    rmSync(archive);
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}
