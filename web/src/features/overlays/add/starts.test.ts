import { readOverlayFile } from '@marquee/kometa';
import { asFile, pictureStart, starts } from './starts.ts';

test.each(starts)('$kind is an overlay that Kometa takes without a word', ({ name, yaml, kind }) => {
  const { entries, problems } = readOverlayFile(asFile(name, yaml));
  expect(problems).toEqual([]);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.definition).not.toBeNull();
  if (kind === 'blur' || kind === 'backdrop') expect(entries[0]?.kind).toBe(kind);
  else expect(entries[0]?.kind).toBe('text');
});

test.each([
  [{ from: 'name', value: 'Ribbon gold' }, 'Ribbon gold', { from: 'name', value: 'Ribbon gold' }],
  [
    { from: 'file', value: 'config/overlays/a b.png' },
    'a b',
    { from: 'file', value: 'config/overlays/a b.png' },
  ],
] as const)('a picture %j is named and found', (reference, name, image) => {
  const start = pictureStart(reference);
  expect(start.name).toBe(name);
  const { entries, problems } = readOverlayFile(asFile(start.name, start.yaml));
  expect(problems).toEqual([]);
  expect(entries[0]?.definition?.image).toEqual(image);
});
