import { checkFolder } from '../diagnostics/check-folder.ts';
import { applyFix } from '../diagnostics/fixes.ts';
import { folderOfTexts } from '../diagnostics/kometa-folder.ts';
import { lineOfFault, SOUND_FOLDER, withFault } from '../diagnostics/seeded-faults.ts';
import { DOCTOR_FAULTS } from './doctor-faults.ts';
import { examineFolder } from './examine-folder.ts';

const NOW = { year: 2026, month: 11, day: 21, hour: 5 };

function examine(texts: ReadonlyMap<string, string>) {
  const folder = folderOfTexts(texts);
  return examineFolder(checkFolder(folder, NOW), folder, NOW).flatMap(({ file, tree, diagnostics }) =>
    diagnostics.map((one) => ({ ...one, file, line: tree.lines.place(one.span).line })),
  );
}

test('of the sound folder some things are told, and none is a fault', () => {
  const found = examine(new Map(Object.entries(SOUND_FOLDER)));
  expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test.each(DOCTOR_FAULTS.map((fault) => [fault.what, fault] as const))('%s', (_what, fault) => {
  const texts = withFault(fault);
  const all = examine(texts);
  const found = all.find((one) => one.code === fault.code && one.severity === 'warning');
  expect(all.map(({ file, code, line }) => `${file}:${line} ${code}`)).toContain(
    `${fault.file}:${lineOfFault(fault)} ${fault.code}`,
  );
  expect(found).toBeDefined();
  expect(found?.fix !== undefined).toBe(fault.mends);
  if (!found?.fix) return;
  const mended = new Map([...texts, [fault.file, applyFix(texts.get(fault.file) ?? '', found.fix)]]);
  expect(examine(mended).filter(({ code }) => code === fault.code)).toEqual([]);
});
