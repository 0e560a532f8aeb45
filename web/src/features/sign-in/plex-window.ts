import { backOf } from '../../session/back.ts';

const WINDOW = 'marquee-plex-window';
const BACK = 'marquee-back';
const SHAPE = 'popup,width=620,height=760';

/** A phone shows one window at a time: there Plex takes this one's place and leads back. */
export function goesAway(): boolean {
  return !window.matchMedia('(hover: hover)').matches;
}

/**
 * Opens the window within the click, since later browsers refuse; it is led to Plex when its address is known.
 * A new window starts with a copy of this one's session storage, by which it knows itself when Plex sends it back.
 */
export function openPlexWindow(): Window | null {
  window.sessionStorage.setItem(WINDOW, 'yes');
  const opened = window.open('about:blank', '_blank', SHAPE);
  window.sessionStorage.removeItem(WINDOW);
  return opened;
}
export function isPlexWindow(): boolean {
  return window.sessionStorage.getItem(WINDOW) === 'yes';
}

export function rememberBack(back: string): void {
  window.sessionStorage.setItem(BACK, back);
}
/** Where the person was before Plex took this window's place. */
export function recallBack(): string {
  return backOf(new URLSearchParams({ back: window.sessionStorage.getItem(BACK) ?? '/' }));
}
