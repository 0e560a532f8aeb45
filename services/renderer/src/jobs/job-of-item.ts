import type { OverlayMatch, OverlaySet, RenderJob, RenderOutput } from '@marquee/contracts';
import type { JobAssets } from '../assets/asset-library.ts';
import type { FoundItem } from './ask-items.ts';
import type { DrawingWish } from './drawing-wish.ts';
import { namedJob } from './job-key.ts';

export interface DrawnSet {
  set: OverlaySet;
  matched: string[];
  assumed: string[];
}

/** Which definitions find the item. Those asked for by name are drawn in any case, and said to be assumed. */
export function drawnSet(
  set: OverlaySet,
  matches: readonly (readonly OverlayMatch[])[],
  only: readonly string[] | null,
): DrawnSet {
  const verdicts = new Map(
    matches.flatMap((ofFile, file) =>
      ofFile.map(({ mapping, verdict }) => [JSON.stringify([file, mapping]), verdict]),
    ),
  );
  const wanted =
    only === null
      ? set
      : {
          ...set,
          definitions: set.definitions.filter(
            ({ mapping, key }) => only.includes(mapping) || only.includes(key),
          ),
        };
  const matched: string[] = [];
  const assumed: string[] = [];
  for (const { file, mapping, key } of wanted.definitions) {
    const verdict = verdicts.get(JSON.stringify([file, mapping])) ?? 'not';
    const forced = verdict === 'not' && only !== null;
    if (verdict !== 'not' || forced) matched.push(key);
    if (verdict === 'assumed' || forced) assumed.push(key);
  }
  return { set: wanted, matched, assumed };
}

/** Of a set only what can have an effect on this item: a batch sends thousands of these. */
export function slim({ set, matched, assumed }: DrawnSet): DrawnSet {
  const definitions = set.definitions.filter(({ key }) => matched.includes(key));
  const queues = set.queues.filter((queue) =>
    definitions.some((definition) => definition.queue === queue.key),
  );
  return { set: { definitions, queues }, matched, assumed };
}

export function jobOfItem(
  item: FoundItem,
  {
    drawn,
    before,
    assets,
    layout,
    output,
  }: {
    drawn: DrawnSet;
    before: DrawnSet | null;
    assets: JobAssets;
    layout: DrawingWish['layout'];
    output: RenderOutput;
  },
): RenderJob {
  const { facts, sampled, baseHash } = item;
  // Measuring needs no poster.
  const base = baseHash === null || output.kind === 'explain' ? null : { blob: baseHash };
  return namedJob({ ...drawn, before, facts, sampled, base, assets, layout, output });
}
