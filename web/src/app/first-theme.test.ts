import { applyStoredTheme } from './first-theme.ts';

test.each([
  [null, false, 'dark'],
  [null, true, 'dark'],
  ['dark', true, 'dark'],
  ['light', false, 'light'],
  ['system', true, 'light'],
  ['system', false, 'dark'],
  ['purple', true, 'dark'],
])('stored %s on a system that is light (%s) starts %s', (stored, systemIsLight, theme) => {
  const root = document.createElement('html');
  applyStoredTheme(root, stored, systemIsLight);
  expect(root.dataset.theme).toBe(theme);
});
