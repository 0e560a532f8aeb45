import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Font, parse } from 'opentype.js';
import { type Face, type FontShelf, faces, fallbackFace } from '../faces.ts';

// The program may be bundled, so packages are looked up from the script that runs, then from here.
function packageRoots(): string[] {
  const script = process.argv[1];
  return [...(script === undefined ? [] : [realpathSync(script)]), join(process.cwd(), 'here.js')];
}

function fileOf(name: string): string {
  const problems: unknown[] = [];
  for (const root of packageRoots()) {
    try {
      return createRequire(root).resolve(name);
    } catch (problem) {
      problems.push(problem);
    }
  }
  throw new AggregateError(problems, `The typeface ${name} is not installed`);
}

function readFace(face: Face): Font[] {
  const slant = face.italic === true ? 'italic' : 'normal';
  return face.subsets.map((subset) => {
    const name = `${face.family}-${subset}-${face.weight}-${slant}.woff`;
    const file = readFileSync(fileOf(`@fontsource/${face.family}/files/${name}`));
    return parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  });
}

/** Reads a face when it is first wanted and keeps it: fourteen faces would cost half a second at once. */
export function packagedFonts(): FontShelf {
  const read = new Map<string, readonly Font[]>();
  const once = (key: string, face: Face): readonly Font[] => {
    const known = read.get(key);
    if (known !== undefined) return known;
    const fonts = readFace(face);
    read.set(key, fonts);
    return fonts;
  };
  return (name) => [...once(name, faces[name]), ...once('fallback', fallbackFace)];
}
