import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvError } from '@marquee/service-kit';
import project from '../../package.json' with { type: 'json' };
import { buildCommandLine } from './command-line.ts';

// Bundled to dist/marquee.mjs, so the project is one folder up.
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

try {
  await buildCommandLine({
    version: project.version,
    webFolder: join(root, 'web/dist'),
    defaultsFolder: join(root, 'dist/defaults'),
    validateScript: join(root, 'dist/validate-thread.mjs'),
    threadScript: join(root, 'dist/services/renderer-thread.mjs'),
    deskScript: join(root, 'dist/services/config-thread.mjs'),
    engineFolder: join(root, 'dist/engine'),
  }).parseAsync(process.argv);
} catch (error) {
  process.stderr.write(
    `${error instanceof EnvError || error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
