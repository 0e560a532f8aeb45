import { isSkipped } from './skipped.ts';

/** Deeper folders are neither listed nor made. */
export const MAX_DEPTH = 8;
const MAX_PATH = 400;
// A file name may hold 255 bytes on the usual file systems; the rest is for the temp name of an atomic write.
const MAX_SEGMENT_BYTES = 200;

export type PathVerdict = { ok: true; segments: string[] } | { ok: false; reason: string };

// Cc control, Cf invisible and bidi marks, Cs lone surrogates, Co private use, Zl/Zp line ends.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const ODD_SPACE = /[^\P{Zs} ]/u;
// Windows devices: a folder shared over SMB is opened there too.
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/iu;
const NEW_SEGMENT = /^[\p{L}\p{N}_([][\p{L}\p{M}\p{N}_ .()[\]-]*$/u;
const NEW_EXTENSION = /\.(ya?ml|txt|env)$/i;
const NEW_PICTURE = /\.(png|jpe?g|webp|gif|ttf|otf)$/i;
// Kometa reads its variables from exactly this file, the one name that may begin with a dot.
const DOT_ENV = '.env';

/** The rule for every path, also of files that are there already. Says nothing about links: see resolveInFolder. */
export function checkPath(path: string): PathVerdict {
  if (path.length === 0) return refused('The name is empty');
  if (path.length > MAX_PATH) return refused(`The path is longer than ${MAX_PATH} characters`);
  if (INVISIBLE.test(path)) return refused('The name holds control, invisible or text-direction characters');
  if (ODD_SPACE.test(path)) return refused('The name holds a space that is not an ordinary space');
  if (path.normalize('NFC') !== path) return refused('The name is not in Unicode normal form C');
  if (path.includes('\\')) return refused('Folders are separated by forward slashes');
  if (path.includes(':')) return refused('The name holds a colon');
  if (/%[0-9a-f]{2}/i.test(path)) return refused('The name holds a percent-encoded character');
  if (path.startsWith('/')) return refused('The path begins with a slash');
  const segments = path.split('/');
  if (segments.length > MAX_DEPTH) return refused(`The path is more than ${MAX_DEPTH} folders deep`);
  for (const [place, segment] of segments.entries()) {
    const reason = segmentReason(segment, place === segments.length - 1);
    if (reason !== undefined) return refused(reason);
  }
  return { ok: true, segments };
}

/** The narrower rule for names we make. */
export function checkNewPath(path: string): PathVerdict {
  return checkNew(path, NEW_EXTENSION, '.yml, .yaml, .txt or .env');
}

/** The same for pictures and fonts that come in a bundle. */
export function checkNewPicture(path: string): PathVerdict {
  return checkNew(path, NEW_PICTURE, '.png, .jpg, .webp, .gif, .ttf or .otf');
}

function checkNew(path: string, extension: RegExp, extensions: string): PathVerdict {
  const verdict = checkPath(path);
  if (!verdict.ok) return verdict;
  const name = verdict.segments.at(-1) ?? '';
  const plain = name === DOT_ENV ? verdict.segments.slice(0, -1) : verdict.segments;
  const odd = plain.find((segment) => !NEW_SEGMENT.test(segment));
  if (odd !== undefined) return refused(`"${odd}" holds a character that new names may not have`);
  if (!extension.test(name)) return refused(`The name does not end in ${extensions}`);
  if (isSkipped(verdict.segments))
    return refused('This folder is left to Kometa: its files are not shown here');
  return verdict;
}

function segmentReason(segment: string, last: boolean): string | undefined {
  if (segment === '') return 'The path holds an empty part';
  if (segment === '..' || segment === '.') return 'The path holds . or .. as a part';
  if (segment.startsWith('.') && !(last && segment === DOT_ENV))
    return 'A part of the path begins with a dot';
  if (segment.endsWith('.')) return 'A part of the path ends with a dot';
  if (segment.startsWith(' ') || segment.endsWith(' '))
    return 'A part of the path begins or ends with a space';
  if (RESERVED.test(segment)) return `"${segment}" is a name that Windows keeps for devices`;
  if (new TextEncoder().encode(segment).length > MAX_SEGMENT_BYTES) return 'A part of the path is too long';
  return undefined;
}

function refused(reason: string): PathVerdict {
  return { ok: false, reason };
}
