import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { askPillow } from '@marquee/testing';

jest.setTimeout(900_000);

const root = process.cwd();
const shipped = ['--fonts', 'dist/defaults/fonts', '--images', 'dist/defaults/overlays/images'];
const kometas = join(root, '../shared/golden');

/** As a person would run it: the exit code and what it prints. */
async function marquee(...words: string[]): Promise<{ code: number; said: string }> {
  const run = promisify(execFile);
  return run(join(root, 'bin/marquee'), words, { maxBuffer: 10_000_000 }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, said: error.stdout }),
  );
}

test('our own cases are drawn as Pillow draws them', async () => {
  const { code, said } = await marquee('fidelity', 'packages/overlay/golden', ...shipped);
  expect(said).toMatch(/pixels identical (\d+)\/\1 /);
  expect(code).toBe(0);
});

test('Pillow still draws what our own cases say', () => {
  const answer = askPillow<{ differing: string[] }>(
    'packages/overlay/reference/golden_reference.py',
    ...shipped,
  );
  if (answer === undefined)
    process.stderr.write('Pillow is not installed here: the hashes of our own cases were not made again\n');
  else expect(answer).toEqual([{ differing: [] }]);
});

test('a folder that is none, fonts that are nowhere, and a case that differs, end with 1', async () => {
  expect((await marquee('fidelity', 'docs')).code).toBe(1);
  expect(await marquee('fidelity', 'packages/overlay/golden', '--fonts', 'nowhere')).toEqual({
    code: 1,
    said: '',
  });
  // Other fonts, so text differs.
  const { code, said } = await marquee(
    'fidelity',
    'packages/overlay/golden',
    '--fonts',
    'docs',
    ...shipped.slice(2),
  );
  expect(code).toBe(1);
  expect(said).toContain('pixels, rgb_sha256: ');
});

if (existsSync(kometas))
  test('every case that Kometa drew is drawn the same', async () => {
    const { code, said } = await marquee('fidelity', kometas);
    expect(
      said.split('\n').filter((line) => /: (layers|uploads|pixels|measurements|refusals), /.test(line)),
    ).toEqual([]);
    expect(code).toBe(0);
  });
else
  test('without Kometa’s golden images our own cases stand alone', () => {
    process.stderr.write(`${kometas} is not there: only our own cases were compared\n`);
    expect(existsSync('packages/overlay/golden/cases')).toBe(true);
  });
