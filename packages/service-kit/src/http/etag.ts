import { problem } from '@marquee/contracts';

const TAG = /(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/y;

interface Tag {
  weak: boolean;
  value: string;
}

/** '*' or the tags of a list; a header that is neither names no tag at all. */
function parseTags(header: string): '*' | Tag[] {
  const text = header.trim();
  if (text === '*') return '*';
  const tags: Tag[] = [];
  let at = 0;
  while (at < text.length) {
    TAG.lastIndex = at;
    const found = TAG.exec(text);
    if (!found) return [];
    tags.push({ weak: found[1] !== undefined, value: found[2] ?? '' });
    at = TAG.lastIndex;
    const rest = /[ \t]*(,[ \t]*)+|[ \t]*$/y;
    rest.lastIndex = at;
    if (!rest.test(text)) return [];
    at = rest.lastIndex;
  }
  return tags;
}

/** Puts the quotes on that an entity tag needs. */
export function quoteEtag(etag: string): string {
  return /^(W\/)?".*"$/.test(etag) ? etag : `"${etag}"`;
}

/** If-Match: strong comparison, so a weak tag never matches. */
export function etagMatches(ifMatch: string, current: string): boolean {
  const tags = parseTags(ifMatch);
  if (tags === '*') return true;
  const own = quoteEtag(current);
  return tags.some(({ weak, value }) => !weak && `"${value}"` === own);
}

/** If-None-Match: weak comparison, since any copy of the same meaning will do. */
export function isNotModified(ifNoneMatch: string | undefined, current: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = parseTags(ifNoneMatch);
  if (tags === '*') return true;
  const own = quoteEtag(current).replace(/^W\//, '');
  return tags.some(({ value }) => `"${value}"` === own);
}

/** Refuses a write by somebody who has not seen the current state. */
export function requireMatch(ifMatch: string | undefined, current: string): void {
  if (ifMatch === undefined) throw problem('request.precondition-required');
  if (!etagMatches(ifMatch, current)) throw problem('request.precondition-failed');
}
