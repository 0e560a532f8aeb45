import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { weights, families } = JSON.parse(readFileSync(new URL('fonts.json', import.meta.url), 'utf8'));
const { resolve } = createRequire(import.meta.url);

/** Each font we ship under the name that Kometa gives it, and where its package has it. */
export function shippedFonts() {
  return Object.entries(families).flatMap(([family, { package: name, styles }]) => {
    const folder = dirname(resolve(`${name}/package.json`));
    return styles.map((style) => {
      const weight = `${weights[style]}${style}`;
      return { name: `${family}-${style}.ttf`, file: join(folder, weight, `${family}_${weight}.ttf`) };
    });
  });
}

/** The licence of each family, which travels with its files. */
export function fontLicences() {
  return Object.entries(families).map(([family, { package: name }]) => ({
    name: `${family}-OFL.txt`,
    file: join(dirname(resolve(`${name}/package.json`)), 'LICENSE_FONT'),
  }));
}
