import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { readOverlayFile } from './read-overlay-file.ts';

/** What Kometa really accepted and refused; kept beside the project, not in it. */
const shared = join(__dirname, '../../../../../shared');
const told = existsSync(join(shared, 'golden/index.json')) ? describe : describe.skip;

const Drawn = z.object({
  id: z.string(),
  source: z.string(),
  level: z.string().optional(),
  overlays: z
    .union([z.record(z.string(), z.object({ overlay: z.unknown() })), z.array(z.unknown())])
    .optional(),
  overlay: z.unknown().optional(),
  queues: z.record(z.string(), z.unknown()).nullish(),
  log: z.array(z.string()).default([]),
});
const Resolved = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      files: z.array(z.record(z.string(), z.unknown())),
      definition_log: z.record(z.string(), z.array(z.string())).default({}),
    }),
  ),
});
const Place = z.tuple([
  z.union([z.number(), z.string()]),
  z.string(),
  z.union([z.number(), z.string()]),
  z.string(),
]);
const Expanded = z.object({
  id: z.string(),
  kind: z.string(),
  files: z.record(z.string(), z.string()).default({}),
  library: z.object({ template_variables: z.record(z.string(), z.unknown()).nullish() }),
  file_template_variables: z.record(z.string(), z.unknown()).nullish(),
  queues: z.record(z.string(), z.array(Place)).nullish(),
});

const text = (...path: string[]) => readFileSync(join(shared, ...path), 'utf8');

/** The k-cases that Kometa refused, as a whole or in part; all others it accepted. */
const dropped = ['k089-1', 'k109-1', 'k136-1', 'k137-1', 'k140-1', 'k141-1', 'k141-2', 'k143-1'];
const failing = ['k130', 'k139', 'k146'];

told('as real runs of Kometa', () => {
  const cases = existsSync(shared)
    ? readdirSync(join(shared, 'golden/cases')).map((id) =>
        Drawn.parse(parse(text('golden/cases', id, 'case.yml'))),
      )
    : [];

  test('overlays are accepted and refused, and fail their items', () => {
    const refused: string[] = [];
    const failed: string[] = [];
    let accepted = 0;
    for (const { id, overlays, overlay, queues, level } of cases) {
      const definitions = Array.isArray(overlays)
        ? Object.fromEntries(overlays.map((one, index) => [`${id}-${index}`, { overlay: one }]))
        : (overlays ?? (overlay === undefined ? null : { [id]: { overlay } }));
      if (!definitions) continue;
      const libraryKind = level === 'movie' || level === undefined ? 'movie' : 'show';
      const read = readOverlayFile(stringify({ overlays: definitions, queues }), { libraryKind });
      for (const entry of read.entries) {
        if (!entry.definition) refused.push(entry.mapping);
        else {
          accepted += 1;
          expect(entry.definition.kind).toBe(entry.kind);
          const written = JSON.stringify(definitions[entry.mapping]);
          const pictured =
            entry.kind === 'image' || (entry.kind === 'text' && /"(?:file|default)":/.test(written));
          expect([entry.mapping, entry.definition.image !== null]).toEqual([entry.mapping, pictured]);
        }
      }
      if (read.problems.some(({ severity, effect }) => severity === 'error' && effect === 'item'))
        failed.push(id);
    }
    expect(refused.sort()).toEqual(dropped);
    expect(failed.sort()).toEqual(failing);
    expect(accepted).toBeGreaterThan(1_000);
  });

  test('definitions are refused where resolving them showed it', () => {
    const { cases: resolved } = Resolved.parse(JSON.parse(text('golden-evaluation/resolution/index.json')));
    let seen = 0;
    for (const { id, files, definition_log: log } of resolved) {
      for (const [file, content] of files.entries()) {
        for (const { mapping, definition } of readOverlayFile(stringify(content), { file }).entries) {
          const lines = (log[mapping] ?? []).join('\n');
          // Pictures are looked for when drawing; blank suppression is logged as an error and goes on.
          const isRefused =
            /Error/.test(lines) && !/image not found|suppress_overlays attribute is blank/.test(lines);
          expect([id, mapping, definition === null]).toEqual([id, mapping, isRefused]);
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(80);
  });

  test('queues come to the same places', () => {
    let seen = 0;
    for (const id of readdirSync(join(shared, 'golden-evaluation/templates'))) {
      if (!existsSync(join(shared, 'golden-evaluation/templates', id, 'case.json'))) continue;
      const one = Expanded.parse(JSON.parse(text('golden-evaluation/templates', id, 'case.json')));
      if (one.kind !== 'overlay' || !one.queues || Object.keys(one.queues).length === 0) continue;
      const source =
        one.files['main.yml'] ?? text('kometa-data/defaults/overlays', `${id.split('-')[1]}.yml`);
      const queueVariables = { ...one.library.template_variables, ...one.file_template_variables };
      const { queues } = readOverlayFile(source, { queueVariables });
      const offset = ({ value, percent }: { value: number; percent: boolean }) =>
        percent ? `${value}%` : value;
      const places = queues.map(({ name, slots }) => [
        name,
        slots.map((slot) => [
          offset(slot.horizontalOffset),
          slot.horizontalAlign,
          offset(slot.verticalOffset),
          slot.verticalAlign,
        ]),
      ]);
      expect([id, Object.fromEntries(places)]).toEqual([id, one.queues]);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(15);
  });

  test('Kometa’s own files have no mistakes', () => {
    const folder = join(shared, 'kometa-data/defaults/overlays');
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.yml'))) {
      const { entries, problems } = readOverlayFile(readFileSync(join(folder, name), 'utf8'));
      expect([name, problems.filter(({ severity }) => severity === 'error')]).toEqual([name, []]);
      expect(entries.every(({ kind }) => kind === 'template')).toBe(true);
    }
  });
});
