const KEY = 'marquee-first-look';

/** Where a newcomer to the demo is led, once in a browser: to a film with its overlays in the editor. */
export const FIRST_LOOK = '/overlays/first-look';

/** In the editor's address, for as long as the hint is wanted. */
const HINT = 'hint';

export const firstLook = {
  wasTaken: () => window.localStorage.getItem(KEY) === 'taken',
  take: () => window.localStorage.setItem(KEY, 'taken'),
};

export function withHint(address: string): string {
  const [path = '', query] = address.split('?');
  const asked = new URLSearchParams(query);
  asked.set(HINT, 'demo');
  return `${path}?${asked}`;
}
export function hasHint(query: URLSearchParams): boolean {
  return query.has(HINT);
}
export function withoutHint(query: URLSearchParams): URLSearchParams {
  const left = new URLSearchParams(query);
  left.delete(HINT);
  return left;
}
