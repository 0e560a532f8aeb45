import { hostilePaths } from '@marquee/testing';
import fc from 'fast-check';
import { checkNewPath, checkPath } from './config-path.ts';

test.each(hostilePaths)('refuses %s: %j', (_name, path) => {
  expect(checkPath(path)).toMatchObject({ ok: false, reason: expect.stringMatching(/\S/) });
  expect(checkNewPath(path).ok).toBe(false);
});

test('the hostile table holds at least sixty different paths', () => {
  expect(new Set(hostilePaths.map(([, path]) => path)).size).toBeGreaterThanOrEqual(60);
});

test.each([
  'config.yml',
  'overlays/ribbons.yml',
  'Serien/Fräulein Smilla (2024).yaml',
  'sub/.env',
  '.env',
  'a-b_c [4K].txt',
  '日本語.yml',
  'CONSOLE.yml',
  '1/2/3/4/5/6/7/eight.yml',
])('takes %s as a new file', (path) => {
  expect(checkNewPath(path)).toEqual({ ok: true, segments: path.split('/') });
});

test.each([
  'run.py',
  'config',
  'config.yml.exe',
  'a~.yml',
  "it's.yml",
  '$HOME.yml',
  '-rf.yml',
  'a;b.yml',
  'a*b.yml',
  '<b>.yml',
  'logs/meta.txt',
  'logs/deep/meta.txt',
  'assets/note.txt',
])('an existing %s may be there, but is not made here', (path) => {
  expect(checkPath(path).ok).toBe(true);
  expect(checkNewPath(path).ok).toBe(false);
});

test('whatever is accepted stays below the folder it is joined to', () => {
  const nasty = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e',
    ' ',
    '\u202e',
    '\0',
    'CON',
    'a',
    '.yml',
    'é',
    ':',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 }),
      (parts) => {
        const path = parts.join('');
        const verdict = checkPath(path);
        if (!verdict.ok) return;
        const resolved = new URL(`file:///root/${verdict.segments.map(encodeURIComponent).join('/')}`)
          .pathname;
        expect(resolved.startsWith('/root/')).toBe(true);
        expect(verdict.segments.join('/')).toBe(path);
        expect(path.normalize('NFC')).toBe(path);
        expect(path).not.toMatch(/[\p{Cc}\p{Cf}\\:]/u);
        for (const segment of verdict.segments) expect(segment.trim()).toBe(segment);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a name we would make is always one we would also read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
      const path = `${name}.yml`;
      if (checkNewPath(path).ok) expect(checkPath(path).ok).toBe(true);
    }),
  );
});
