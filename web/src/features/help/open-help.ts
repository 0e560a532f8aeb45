const OPEN = 'marquee:help';

export function openHelp(): void {
  window.dispatchEvent(new Event(OPEN));
}

export function onHelpAsked(listener: () => void): () => void {
  window.addEventListener(OPEN, listener);
  return () => window.removeEventListener(OPEN, listener);
}
