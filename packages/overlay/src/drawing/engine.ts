import type { OverlayAccount, OverlayDefinition } from '@marquee/contracts';
import type { Rgba } from '../pixels/raster.ts';
import { FontProblem, type TextSpec } from '../text/text-engine.ts';
import { accountOf } from './account.ts';
import { type Canvas, canvasOf } from './canvas.ts';
import { type Chosen, choose, type Failure } from './choose.ts';
import type { DrawingInput, Engine, EngineParts } from './drawing.ts';
import { fillText } from './fill-text.ts';
import { hasBack, isPlaced, place, SlotPercentError, textSize } from './place.ts';
import type { Laid, Plan, Refusal } from './plan.ts';
import { openStage } from './stage.ts';
import { carryOut, createStepMaker, type Step, type StepMaker } from './steps.ts';

const DEFAULT_CACHE_BYTES = 64_000_000;
/** Beyond this a letter is larger than any canvas. */
const MAX_FONT_SIZE = 4_000;

export function createEngine(parts: EngineParts): Engine {
  const { pixels } = parts;
  const maker = createStepMaker(parts, parts.cacheBytes ?? DEFAULT_CACHE_BYTES);
  const plan = (input: DrawingInput, withSteps: boolean) => makePlan(maker, parts, input, withSteps);
  return {
    draw(base, input, use) {
      const { canvas, blur, steps, account } = plan(input, true);
      const fits = base.width === canvas.width && base.height === canvas.height;
      const stretched =
        fits && use?.base === 'drawn-on' ? base : pixels.resizeRgb(base, canvas.width, canvas.height);
      const blurred = blur > 0 ? pixels.blurRgb(stretched, blur) : stretched;
      return { rgb: carryOut(pixels, blurred, steps), account };
    },
    explain: (input) => plan(input, false).account,
    openStage: (base) => openStage(pixels, base, (input) => plan(input, true)),
  };
}

function makePlan(
  maker: StepMaker,
  { text: engine }: EngineParts,
  input: DrawingInput,
  withSteps: boolean,
): Plan {
  const canvas = canvasOf(input.facts.level);
  const refusals = new Map<string, Refusal>();
  const usable = input.set.definitions.filter((definition) => {
    const refusal = refusalOf(maker, definition, input);
    if (refusal !== null) refusals.set(definition.key, refusal);
    return refusal === null;
  });
  const choice = choose(input.set, usable, input.matched);
  const laid = new Map<string, Laid>();
  const steps: Step[] = [];
  let failure = choice.failure;
  for (const chosen of choice.chosen) {
    if (failure !== null) break;
    try {
      failure = cannotBeDrawn(chosen);
      if (failure !== null) break;
      const { lies, made } = lay(maker, chosen, input, canvas, withSteps);
      laid.set(chosen.definition.key, lies);
      if (lies.text?.ok === false)
        choice.fates.set(chosen.definition.key, { fate: 'skipped', variable: lies.text.variable });
      steps.push(...made);
    } catch (error) {
      failure = failureOf(chosen.definition, error);
    }
  }
  const overlays = input.set.definitions.map(
    (definition): OverlayAccount =>
      accountOf(definition, {
        input,
        choice,
        refusal: refusals.get(definition.key) ?? null,
        laid: laid.get(definition.key) ?? null,
      }),
  );
  const anyText = choice.chosen.some(({ definition }) => definition.kind === 'text');
  const nothing = choice.applied.length === 0;
  return {
    canvas,
    blur: failure === null ? (choice.blur?.radius ?? 0) : 0,
    steps: failure === null ? steps : [],
    account: {
      canvas,
      outcome: failure !== null ? 'failed' : nothing ? 'nothing' : 'drawn',
      failure,
      applied: choice.applied,
      overlays,
      approximate: anyText && !engine.exact,
    },
  };
}

/** What Kometa finds when it loads the definition: a missing picture or font drops the overlay. */
function refusalOf(maker: StepMaker, definition: OverlayDefinition, input: DrawingInput): Refusal | null {
  const { image, kind } = definition;
  if (image !== null && kind !== 'blur' && kind !== 'backdrop' && input.assets.image(image) === undefined)
    return { code: 'overlay.image-missing', message: `There is no picture ${image.value}` };
  if (kind !== 'text') return null;
  if (definition.fontSize > MAX_FONT_SIZE)
    return {
      code: 'overlay.too-large',
      message: `A font_size of ${definition.fontSize} is larger than any poster`,
    };
  const font = input.assets.font(definition.font);
  if (font === undefined)
    return {
      code: 'overlay.font-missing',
      message: `There is no font ${definition.font ?? 'Roboto-Medium.ttf'}`,
    };
  try {
    maker.measure(specOf(definition, font, 'x', input));
    return null;
  } catch (error) {
    if (error instanceof FontProblem) return { code: `overlay.${error.code}`, message: error.message };
    throw error;
  }
}

function specOf(
  definition: OverlayDefinition,
  font: string,
  text: string,
  { layout }: DrawingInput,
): TextSpec {
  return { font, size: definition.fontSize, style: definition.fontStyle, text, layout };
}

/** What makes Kometa fail the whole item. */
function cannotBeDrawn({ definition, slot }: Chosen): Failure | null {
  if (definition.kind !== 'backdrop') return null;
  if (slot !== null)
    return {
      code: 'overlay.backdrop-in-queue',
      key: definition.key,
      message: `The backdrop ${definition.mapping} is in a queue: Kometa fails the item`,
      mend: 'Take queue away and give the backdrop offsets of its own.',
    };
  if (hasBack(definition)) return null;
  return {
    code: 'overlay.backdrop-without-colour',
    key: definition.key,
    message: `The backdrop ${definition.mapping} has no colour: Kometa fails the item`,
    mend: 'Give it back_color or back_line_color.',
  };
}

function failureOf({ key, mapping }: OverlayDefinition, error: unknown): Failure {
  if (error instanceof SlotPercentError)
    return {
      code: 'overlay.queue-percent',
      key,
      message: `${error.message}: it fails the item when it comes to ${mapping}`,
      mend: 'Write the offsets of the queue in pixels.',
    };
  if (error instanceof FontProblem)
    return {
      code: `overlay.${error.code}`,
      key,
      message: `The text of ${mapping} could not be set: ${error.message}`,
      mend: 'Choose another font.',
    };
  throw error;
}

function lay(
  maker: StepMaker,
  { definition, slot }: Chosen,
  input: DrawingInput,
  canvas: Canvas,
  withSteps: boolean,
): { lies: Laid; made: Step[] } {
  const picture = pictureOf(maker, definition, input);
  if (definition.kind === 'image' && slot === null && !isPlaced(definition)) {
    const content = { x: 0, y: 0, ...canvas };
    const lies: Laid = { placed: { start: content, back: null, content, addon: null }, text: null };
    return { lies, made: picture === null ? [] : [maker.frame(picture)] };
  }
  const text = definition.kind === 'text' ? fillText(definition.name.slice(5, -1), input.facts) : null;
  if (text?.ok === false) return { lies: { placed: null, text }, made: [] };
  const spec =
    text === null ? null : specOf(definition, input.assets.font(definition.font) ?? '', text.text, input);
  const box = spec === null ? null : maker.measure(spec);
  const placed = place(definition, canvas, slot, {
    text: box === null ? null : textSize(box),
    image: picture,
  });
  const made: Step[] = [];
  if (withSteps) {
    const drawn = maker.layer(
      definition,
      placed,
      spec === null || box === null ? null : { spec, box },
      canvas,
    );
    if (drawn !== null) made.push(drawn);
    if (picture !== null) made.push(maker.picture(picture, placed.addon ?? placed.content));
  }
  return { lies: { placed, text }, made };
}

function pictureOf(maker: StepMaker, definition: OverlayDefinition, { assets }: DrawingInput): Rgba | null {
  if (definition.image === null || definition.kind === 'backdrop') return null;
  const image = assets.image(definition.image);
  return image === undefined ? null : maker.scaled(image, definition);
}
