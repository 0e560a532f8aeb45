import type { ConfigFile } from '@marquee/contracts';

type FileKind = ConfigFile['kind'];

const kindOfExtension: Record<string, FileKind> = {
  yml: 'yaml',
  yaml: 'yaml',
  txt: 'text',
  md: 'text',
  json: 'text',
  csv: 'text',
  ini: 'text',
  toml: 'text',
  env: 'env',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  webp: 'image',
  gif: 'image',
  svg: 'image',
  ttf: 'font',
  otf: 'font',
  woff: 'font',
  woff2: 'font',
};
const EDITABLE: ReadonlySet<FileKind> = new Set(['yaml', 'text', 'env']);

export function kindOfFile(path: string): FileKind {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot === -1 ? 'other' : (kindOfExtension[name.slice(dot + 1).toLowerCase()] ?? 'other');
}

export function isTextKind(kind: FileKind): boolean {
  return EDITABLE.has(kind);
}
