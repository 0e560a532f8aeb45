import { z } from 'zod';

const KEY = 'marquee-palette';
const MOST = 8;
const Kept = z.array(z.string()).catch([]);

/** What was chosen lately in this browser, newest first. Only ids: nothing secret is ever an id. */
export function readRecent(): string[] {
  const text = window.localStorage.getItem(KEY);
  if (text === null) return [];
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

export function keepRecent(id: string): void {
  const kept = [id, ...readRecent().filter((known) => known !== id)].slice(0, MOST);
  window.localStorage.setItem(KEY, JSON.stringify(kept));
}
