import { randomBytes } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useTempFolder } from '@marquee/testing';
import { dataKey } from './data-key.ts';
import { createSealer } from './seal.ts';

const folder = useTempFolder();
const key = randomBytes(32);
const sealer = createSealer(key);

test('a sealed text opens at its own place and shows nothing of itself', () => {
  const sealed = sealer.seal('a-plex-token ✓', 'secrets:plex');
  expect(sealed).not.toContain('plex-token');
  expect(sealer.open(sealed, 'secrets:plex')).toBe('a-plex-token ✓');
  expect(sealer.seal('a-plex-token ✓', 'secrets:plex')).not.toBe(sealed);
});

test('at another place, with another key or changed it stays shut', () => {
  const sealed = sealer.seal('text', 'a');
  expect(sealer.open(sealed, 'b')).toBeUndefined();
  expect(createSealer(randomBytes(32)).open(sealed, 'a')).toBeUndefined();
  const parts = sealed.split('.');
  for (const [at, part] of parts.entries()) {
    const changed = parts
      .with(at, part.startsWith('A') ? `B${part.slice(1)}` : `A${part.slice(1)}`)
      .join('.');
    expect(sealer.open(changed, 'a')).toBeUndefined();
  }
  for (const nonsense of ['', 'v1', 'v1...', sealed.slice(0, 40)])
    expect(sealer.open(nonsense, 'a')).toBeUndefined();
});

test('a key of another length is refused', () => {
  expect(() => createSealer(randomBytes(16))).toThrow('32 bytes');
});

test('the data key is made once, readable by its owner only, and is then the same for ever', async () => {
  const file = join(folder(), 'secrets/data_key');
  const made = await dataKey(undefined, file);
  expect(await dataKey(undefined, file)).toEqual(made);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder(), 'secrets'))).mode & 0o777).toBe(0o700);
});

test('a given key goes first; a bad one is refused with how to make one', async () => {
  const file = join(folder(), 'data_key');
  expect(await dataKey('AB'.repeat(32), file)).toEqual(Buffer.alloc(32, 0xab));
  await expect(dataKey('short', file)).rejects.toThrow('openssl rand');
  await writeFile(file, 'broken');
  await expect(dataKey(undefined, file)).rejects.toThrow(file);
});
