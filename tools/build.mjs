import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { buildNative } from './native.mjs';
import { root, say } from './root.mjs';
import { mustRun } from './run-command.mjs';

const SERVER_SOURCES = ['packages', 'services', 'standalone', 'package.json', 'package-lock.json'];
const WEB_SOURCES = ['web', 'packages/contracts', 'packages/overlay', 'packages/kometa', 'package-lock.json'];

function filesBelow(path) {
  const full = join(root, path);
  if (statSync(full).isFile()) return [full];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const child = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(child) : [join(root, child)];
  });
}

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap(filesBelow)) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${relative(root, file)}:${mtimeMs}:${size}\n`);
  }
  return hash.digest('hex');
}

function isFresh(stampFile, stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

/** Packages with binaries or files of their own; everything else is compiled in, which halves the start. */
export const NEEDED_AT_RUN_TIME = [
  'sharp',
  '@napi-rs/image',
  'better-sqlite3',
  '@node-rs/argon2',
  'swagger-ui-dist',
];
const KEPT_OUTSIDE = [...NEEDED_AT_RUN_TIME, 'esbuild', 'playwright-core'];

const keepOutside = {
  name: 'keep-outside',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${KEPT_OUTSIDE.join('|')})(/|$)`) }, ({ path }) => ({
      path,
      external: true,
    }));
  },
};

/** Compiles TypeScript entry points into `outdir`. */
export async function bundle(entryPoints, outdir) {
  const { build } = await import('esbuild');
  await build({
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [keepOutside],
    // CommonJS packages that were compiled in still ask for Node's own modules.
    banner: {
      js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);",
    },
    absWorkingDir: root,
  });
}

async function buildServers() {
  const dist = join(root, 'dist');
  const stampFile = join(dist, 'servers.stamp');
  const stamp = fingerprint(SERVER_SOURCES);
  if (isFresh(stampFile, stamp)) return;
  say('Building the services …');
  rmSync(join(dist, 'chunks'), { recursive: true, force: true });
  const services = readdirSync(join(root, 'services'));
  await bundle(
    {
      marquee: 'standalone/src/main.ts',
      'validate-thread': 'standalone/src/commands/validate-thread.ts',
      ...Object.fromEntries(services.map((name) => [`services/${name}`, `services/${name}/src/main.ts`])),
      'services/config-thread': 'services/config/src/adapters/desk-thread.ts',
      'services/renderer-worker': 'services/renderer/src/worker-main.ts',
      'services/renderer-thread': 'services/renderer/src/adapters/thread.ts',
    },
    dist,
  );
  writeFileSync(stampFile, stamp);
}

/** Templates, pictures and fonts; after the installation, which brings the fonts. */
async function buildDefaults() {
  const stampFile = join(root, 'dist/defaults.stamp');
  const stamp = fingerprint(['defaults', 'package-lock.json']);
  if (isFresh(stampFile, stamp)) return;
  const { layOutDefaults } = await import('../defaults/lay-out.mjs');
  layOutDefaults(join(root, 'dist/defaults'));
  writeFileSync(stampFile, stamp);
}

async function buildWeb() {
  const stampFile = join(root, 'dist/web.stamp');
  const stamp = fingerprint(WEB_SOURCES);
  if (isFresh(stampFile, stamp) && existsSync(join(root, 'web/dist/index.html'))) return;
  say('Building the web interface …');
  await mustRun(join(root, 'node_modules/.bin/vite'), ['build', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** Brings dist/ and web/dist/ up to date; does nothing when they are. */
export async function ensureBuilt() {
  await ensureInstalled();
  await buildServers();
  await buildDefaults();
  await buildWeb();
  await buildNative();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await ensureBuilt();
