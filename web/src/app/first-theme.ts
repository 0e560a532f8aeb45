/** Where MUI keeps the person's choice: dark, light or system. */
export const THEME_KEY = 'marquee-theme';

/** Sets the theme before the first paint; MUI does the same later, but only after React has rendered. */
export function applyStoredTheme(root: HTMLElement, stored: string | null, systemIsLight: boolean): void {
  const chosen = stored === 'light' || stored === 'system' ? stored : 'dark';
  root.dataset.theme = chosen === 'light' || (chosen === 'system' && systemIsLight) ? 'light' : 'dark';
}
