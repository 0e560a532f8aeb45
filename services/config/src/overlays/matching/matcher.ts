import { type OverlayMatch, problem } from '@marquee/contracts';
import { not, type Verdict } from '../../matching/verdict.ts';
import type { YamlMap } from '../../matching/yaml-values.ts';
import type { ReadCached, ReadText } from '../files/read-cached.ts';
import { type MatchPorts, matchDefinition } from './match-definition.ts';

/** As many as a set of overlays may hold. */
const MOST_DEFINITIONS = 2_000;

type Asked = { mapping: string } & (
  | { kind: 'decided'; verdict: Verdict }
  | { kind: 'open'; definition: Readonly<YamlMap> }
);

/** Reads the files once, then tells of each item which of their definitions find it: for each file, in order. */
export function createMatcher(read: ReadCached, texts: readonly string[]) {
  const opened = texts.map((text) => read(text));
  const count = opened.reduce((sum, { entries }) => sum + entries.length, 0);
  if (count > MOST_DEFINITIONS) {
    const message = `These files have ${count} definitions; at most ${MOST_DEFINITIONS} are matched at a time.`;
    throw problem('overlay.invalid', { details: [{ path: 'body.files', message }] });
  }
  const files = opened.map(askedOf);
  return async (ports: MatchPorts): Promise<OverlayMatch[][]> => {
    const matched: OverlayMatch[][] = [];
    for (const file of files) {
      const verdicts: OverlayMatch[] = [];
      for (const asked of file) {
        const verdict =
          asked.kind === 'decided' ? asked.verdict : await matchDefinition(ports, asked.definition);
        verdicts.push({ mapping: asked.mapping, ...verdict });
      }
      matched.push(verdicts);
    }
    return matched;
  };
}

function askedOf({ entries, definitions: read }: ReadText): Asked[] {
  const definitions = read();
  const decided = (mapping: string, reason: string): Asked => ({
    mapping,
    kind: 'decided',
    verdict: not(reason),
  });
  return entries.map(({ mapping, kind }) => {
    if (kind === 'template') return decided(mapping, 'It is made by a template');
    if (kind === 'refused') return decided(mapping, 'Kometa refuses this overlay');
    const definition = definitions.get(mapping);
    return definition === undefined
      ? decided(mapping, 'It cannot be read')
      : { mapping, kind: 'open', definition };
  });
}
