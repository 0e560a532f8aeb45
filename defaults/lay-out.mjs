import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fontLicences, shippedFonts } from './fonts.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Puts all that Marquee brings along into `target`, as README.md describes it. */
export function layOutDefaults(target) {
  rmSync(target, { recursive: true, force: true });
  for (const [folder, files] of [
    ['fonts', shippedFonts()],
    ['licences', fontLicences()],
  ]) {
    mkdirSync(join(target, folder), { recursive: true });
    for (const { name, file } of files) copyFileSync(file, join(target, folder, name));
  }
  for (const folder of ['overlays/templates', 'overlays/images', 'presets', 'demo'])
    cpSync(join(here, folder), join(target, folder), { recursive: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) layOutDefaults(process.argv[2]);
