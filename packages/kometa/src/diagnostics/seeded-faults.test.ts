import { checkFolder } from './check-folder.ts';
import { applyFix } from './fixes.ts';
import { folderOfTexts } from './kometa-folder.ts';
import { lineOfFault, SEEDED_FAULTS, SOUND_FOLDER, withFault } from './seeded-faults.ts';

const NOW = { year: 2026, month: 11, day: 21, hour: 5 };

const check = (texts: ReadonlyMap<string, string>) =>
  checkFolder(folderOfTexts(texts), NOW).flatMap(({ file, tree, diagnostics }) =>
    diagnostics.map((one) => ({ ...one, file, line: tree.lines.place(one.span).line })),
  );

test('without a fault nothing is found', () => {
  expect(check(new Map(Object.entries(SOUND_FOLDER)))).toEqual([]);
  expect(SEEDED_FAULTS.length).toBeGreaterThanOrEqual(120);
  expect(new Set(SEEDED_FAULTS.map(({ what }) => what)).size).toBe(SEEDED_FAULTS.length);
});

test.each(SEEDED_FAULTS.map((fault) => [fault.what, fault] as const))('%s', (_what, fault) => {
  const texts = withFault(fault);
  const text = texts.get(fault.file) ?? '';
  const all = check(texts);
  const found = all.find((one) => one.file === fault.file && one.code === fault.code);
  expect(all.map(({ file, code, line }) => `${file}:${line} ${code}`)).toContain(
    `${fault.file}:${lineOfFault(fault)} ${fault.code}`,
  );
  expect(found?.fix !== undefined).toBe(fault.mends);
  if (!found?.fix) return;
  const mended = new Map([...texts, [fault.file, applyFix(text, found.fix)]]);
  expect(check(mended).filter(({ code }) => code === fault.code)).toEqual([]);
});
