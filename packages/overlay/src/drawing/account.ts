import type { OverlayAccount, OverlayDefinition, OverlayFate } from '@marquee/contracts';
import { unite } from './boxes.ts';
import type { Choice } from './choose.ts';
import type { DrawingInput } from './drawing.ts';
import type { Laid, Refusal } from './plan.ts';

interface Told {
  input: DrawingInput;
  choice: Choice;
  refusal: Refusal | null;
  laid: Laid | null;
}

/** What became of one overlay, in words and boxes. */
export function accountOf(
  definition: OverlayDefinition,
  { input, choice, refusal, laid }: Told,
): OverlayAccount {
  const outcome: OverlayFate =
    refusal !== null
      ? { fate: 'refused', code: refusal.code }
      : (choice.fates.get(definition.key) ?? { fate: 'not-matched' });
  const placed = laid?.placed ?? null;
  const back = placed?.back ?? null;
  const backBox =
    back === null
      ? null
      : {
          x: back[0],
          y: back[1],
          width: Math.max(0, back[2] - back[0] + 1),
          height: Math.max(0, back[3] - back[1] + 1),
        };
  const content = placed === null || definition.kind === 'backdrop' ? null : placed.content;
  const addon = placed?.addon ?? null;
  const used = laid?.text?.ok === true ? laid.text.variables : [];
  return {
    key: definition.key,
    outcome,
    reason: refusal?.message ?? sentence(outcome, input, definition),
    text: laid?.text?.ok === true ? laid.text.text : null,
    box: unite([
      ...(backBox === null ? [] : [backBox]),
      ...(content === null ? [] : [grown(content, definition)]),
      ...(addon === null ? [] : [addon]),
    ]),
    content,
    back: backBox,
    addon,
    assumed: input.assumed.has(definition.key),
    sampled: input.sampled.filter((name) => used.includes(name)),
  };
}

/** A stroke reaches beyond the text on all sides. */
function grown(
  { x, y, width, height }: NonNullable<OverlayAccount['content']>,
  { kind, strokeWidth }: OverlayDefinition,
) {
  const by = kind === 'text' ? strokeWidth : 0;
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function sentence(outcome: OverlayFate, { set }: DrawingInput, { kind }: OverlayDefinition): string {
  const nameOf = (key: string) => set.definitions.find((one) => one.key === key)?.mapping ?? key;
  switch (outcome.fate) {
    case 'drawn':
      if (kind === 'blur') return 'Blurs the poster before anything is drawn';
      return outcome.slot === null ? 'Drawn' : `Drawn in slot ${outcome.slot + 1} of its queue`;
    case 'skipped':
      return `Left out: the item has no ${outcome.variable}`;
    case 'refused':
      return `Kometa rejects it (${outcome.code})`;
    case 'lost-group':
      return `In the group ${outcome.group}, ${nameOf(outcome.to)} has the higher weight or comes first`;
    case 'suppressed':
      return `Suppressed by ${nameOf(outcome.by)}`;
    case 'beyond-slots':
      return `The queue ${outcome.queue} has ${outcome.slots} ${outcome.slots === 1 ? 'slot' : 'slots'}, all taken by heavier overlays`;
    case 'not-matched':
      return 'Its builders do not find this item';
    case 'smaller-blur':
      return `${nameOf(outcome.to)} blurs more; only the largest blur counts`;
  }
}
