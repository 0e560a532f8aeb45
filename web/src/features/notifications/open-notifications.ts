const OPEN = 'marquee:notifications';

export function openNotifications(): void {
  window.dispatchEvent(new Event(OPEN));
}

export function onNotificationsAsked(listener: () => void): () => void {
  window.addEventListener(OPEN, listener);
  return () => window.removeEventListener(OPEN, listener);
}
