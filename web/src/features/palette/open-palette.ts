const OPEN = 'marquee:palette';

export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN));
}

export function onPaletteAsked(listener: () => void): () => void {
  window.addEventListener(OPEN, listener);
  return () => window.removeEventListener(OPEN, listener);
}
