import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Codec, createEngine, type EngineParts } from '@marquee/overlay';
import { parse } from 'yaml';
import { type Check, SUBJECTS, type Subject } from './check.ts';
import { checkCase, type Laboratory } from './check-case.ts';
import { firstWith, goldenAssets } from './golden-assets.ts';
import { episodesOf } from './golden-facts.ts';
import { readGolden, runCases } from './read-golden.ts';
import { type Finding, reportPage } from './report.ts';

export interface FidelityOptions {
  fonts?: string;
  images?: string;
  report?: string;
}

export interface FidelityResult {
  /** `layers exact A/B · uploads byte-identical C/D · …` */
  line: string;
  findings: Finding[];
  counts: Record<Subject, { same: number; all: number }>;
}

const WORDS: Record<Subject, string> = {
  layers: 'layers exact',
  uploads: 'uploads byte-identical',
  pixels: 'pixels identical',
  measurements: 'measurements equal',
  refusals: 'refusals agreed',
};

/** One is drawn while others are being encoded, which happens on other threads. */
const AT_ONCE = 4;

/** Draws every case of a golden folder and compares it with what Kometa drew. */
export async function runFidelity(
  folder: string,
  options: FidelityOptions,
  tools: { parts: EngineParts; codec: Codec },
): Promise<FidelityResult> {
  const golden = resolve(folder);
  if (!existsSync(join(golden, 'cases')))
    throw new Error(`${golden} has no folder "cases": name a folder shaped like a golden folder`);
  const besides = join(golden, '..', 'kometa-data');
  const { cases, unreadable } = await readGolden(golden);
  const images = lookedIn('--images', options.images, join(besides, 'defaults', 'overlays', 'images'));
  const fonts = lookedIn('--fonts', options.fonts, join(besides, 'fonts'));
  const assets = goldenAssets({ golden, fonts, images }, { codec: tools.codec, text: tools.parts.text });
  const lab: Laboratory = {
    ...{ folder: golden, parts: tools.parts, codec: tools.codec, assets },
    engine: createEngine(tools.parts),
    episodes: episodesOf(runCases(cases)),
    defaultQueues: (name) => queuesIn(firstWith(images, join('..', `${name}.yml`))),
  };
  const checks: Finding[] = unreadable.map(({ id, reason }) => ({
    id,
    check: { subject: 'measurements', what: 'case.yml', ok: false, detail: `cannot be read: ${reason}` },
  }));
  for (let at = 0; at < cases.length; at += AT_ONCE) {
    const group = cases.slice(at, at + AT_ONCE);
    const found = await Promise.all(group.map((one) => checked(one, lab)));
    group.forEach(({ id }, place) => {
      for (const check of found[place] ?? []) checks.push({ id, check });
    });
  }
  const counts = Object.fromEntries(
    SUBJECTS.map((subject) => {
      const all = checks.filter(({ check }) => check.subject === subject);
      return [subject, { same: all.filter(({ check }) => check.ok).length, all: all.length }];
    }),
  ) as Record<Subject, { same: number; all: number }>;
  const line = SUBJECTS.map(
    (subject) => `${WORDS[subject]} ${counts[subject].same}/${counts[subject].all}`,
  ).join(' · ');
  const findings = checks.filter(({ check }) => !check.ok);
  if (options.report !== undefined)
    await writeFile(options.report, await reportPage({ line, findings, cases: cases.length }, tools.codec));
  return { line, findings, counts };
}

/** The folder that was named, then the usual one: what the first lacks may lie in the second. */
function lookedIn(option: string, named: string | undefined, usual: string): string[] {
  if (named === undefined) return [usual];
  if (!existsSync(named)) throw new Error(`${option}: there is no folder ${resolve(named)}`);
  return [named, usual];
}

async function queuesIn(file: string | undefined): Promise<unknown> {
  if (file === undefined) return undefined;
  const content: unknown = parse(await readFile(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'queues' in content ? content.queues : undefined;
}

async function checked(one: Parameters<typeof checkCase>[0], lab: Laboratory): Promise<Check[]> {
  try {
    return await checkCase(one, lab);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ subject: 'pixels', what: 'the whole case', ok: false, detail }];
  }
}
