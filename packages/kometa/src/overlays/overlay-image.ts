import type { OverlayImageRef } from '@marquee/contracts';
import type { OverlayKind } from '../attributes/attribute.ts';
import type { Attributes } from '../attributes/read-attribute.ts';

const MAX_REFERENCE = 2_000;

/** The picture an overlay names, from the first source that Kometa looks at; null when it names none. */
export function readImage(attributes: Attributes, kind: OverlayKind, name: string): OverlayImageRef | null {
  if (kind !== 'image' && kind !== 'text') return null;
  const git = attributes.words('git');
  const fromKometa =
    attributes.words('default') ?? attributes.words('pmm') ?? (git?.startsWith('PMM/') ? git.slice(4) : null);
  if (fromKometa !== null) return reference('default', withoutFolder(fromKometa));
  const file = attributes.words('file');
  if (file !== null) return reference('file', file);
  if (git !== null) return reference('git', git);
  const repo = attributes.words('repo');
  if (repo !== null) return reference('repo', repo);
  const url = attributes.words('url');
  if (url !== null) return reference('url', url);
  return kind === 'image' ? reference('name', name) : null;
}

/** As Kometa's pictures are listed: below its folder of pictures, without `.png`. */
function withoutFolder(path: string): string {
  const inside = path.startsWith('overlays/images/') ? path.slice('overlays/images/'.length) : path;
  return inside.endsWith('.png') ? inside.slice(0, -'.png'.length) : inside;
}

const reference = (from: OverlayImageRef['from'], value: string): OverlayImageRef => ({
  from,
  value: value.slice(0, MAX_REFERENCE),
});
