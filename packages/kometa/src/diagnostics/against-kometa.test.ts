import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAlone } from './check-folder.ts';
import { folderOfTexts } from './kometa-folder.ts';

/** Kometa's own files; kept beside the project, not in it. */
const data = join(process.env.MARQUEE_REFERENCE ?? join(__dirname, '../../../../../shared'), 'kometa-data');
const told = existsSync(data) ? test : test.skip;
const NOW = { year: 2026, month: 11, day: 21, hour: 5 };

told('nothing in Kometa’s own files is an error', () => {
  const files = readdirSync(join(data, 'defaults'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yml'))
    .map((path) => join('defaults', path));
  const errors = ['config.yml.template', 'json-schema/kitchen_sink_config.yml', ...files].flatMap((path) => {
    const checked = checkAlone(path, readFileSync(join(data, path), 'utf8'), folderOfTexts(new Map()), NOW);
    return checked.diagnostics.flatMap(({ severity, message }) =>
      severity === 'error' ? [`${path}: ${message}`] : [],
    );
  });
  expect(errors).toEqual([]);
  expect(files.length).toBeGreaterThan(80);
});
