import type { OverlayDefinition, OverlayLevel } from '@marquee/contracts';
import type { OverlayKind } from '../attributes/attribute.ts';
import { OVERLAY_ATTRIBUTES } from '../attributes/overlay-attributes.ts';
import { type Attributes, attributesOf } from '../attributes/read-attribute.ts';
import type { Span } from '../yaml/places.ts';
import { type Field, isTruthy, keySpan, pythonText, valueSpan } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { readImage } from './overlay-image.ts';
import { kindOfName, readName } from './overlay-name.ts';
import { type Findings, shown } from './problems.ts';
import { warnOfUnknownVariables } from './text-variables.ts';

export interface OverlayPlace {
  tree: YamlTree;
  file: number;
  mapping: string;
  level: OverlayLevel;
  suppress: readonly string[];
  /** Names of the file's queues. */
  queues: ReadonlySet<string>;
  /** Where the overlay is written, or the mapping when it is not. */
  span: Span;
}

export interface ReadOverlay {
  kind: OverlayKind;
  name: string;
  /** null when it is refused. */
  definition: OverlayDefinition | null;
}

/** One overlay object, checked in the order in which Kometa checks it. */
export function readOverlay(place: OverlayPlace, fields: readonly Field[], findings: Findings): ReadOverlay {
  const { tree } = place;
  const attributes = attributesOf(tree, fields, findings);
  const nameField = attributes.field('name');
  const nameSpan = nameField ? valueSpan(nameField) : place.span;
  if (!nameField || !isTruthy(tree, nameField.value)) {
    findings.refuse({
      code: 'name-missing',
      message: 'The overlay has no name',
      mend: 'Write name: with a picture’s name, text(…), backdrop or blur(…)',
      span: nameSpan,
      attribute: 'name',
    });
    return { kind: 'image', name: '', definition: null };
  }
  const written = pythonText(tree, nameField.value);
  const kind = kindOfName(written);
  const order = readOrder(place, attributes, findings);
  const position = readPosition(attributes, findings, place.span);
  // One of the two alone, or a bad one, is told already.
  const placed = attributes.isWritten('horizontal_offset') || attributes.isWritten('vertical_offset');
  const back = readBack(attributes, written, placed || order.queue !== null, place.span, findings);
  const image = readImage(attributes, kind, written);
  const name = readName(written, nameSpan, findings);
  const zero = { value: 0, percent: false };
  const isText = kind === 'text';
  if (isText && !placed && order.queue === null) {
    findings.refuse({
      code: 'offsets-needed',
      message: 'A text needs horizontal_offset and vertical_offset, or a queue',
      mend: 'Write both offsets',
      span: nameSpan,
      attribute: 'horizontal_offset',
    });
  }
  const hasAddon = isText && image !== null;
  const definition: OverlayDefinition = {
    key: keyOf(place.file, place.mapping),
    file: place.file,
    mapping: place.mapping,
    level: place.level,
    kind,
    name: name ?? written.slice(0, 200),
    image,
    ...order,
    suppress: [...place.suppress],
    ...position,
    ...(kind === 'backdrop'
      ? {
          horizontalOffset: position.horizontalOffset ?? zero,
          verticalOffset: position.verticalOffset ?? zero,
        }
      : {}),
    ...readScale(attributes, kind),
    ...back,
    ...readText(attributes, isText),
    addonPosition: hasAddon
      ? (attributes.choice('addon_position', ['left', 'right', 'top', 'bottom']) ?? 'left')
      : 'left',
    addonOffset: hasAddon ? (attributes.integer('addon_offset') ?? 0) : 0,
  };
  if (isText && name !== null) warnOfUnknownVariables(name.slice(5, -1), place.level, nameSpan, findings);
  warnOfFontStyle(attributes, findings);
  warnOfUselessAttributes(fields, kind, hasAddon, findings);
  if (name === 'backdrop' && back.backColor === null && back.backLineColor === null && !findings.refused()) {
    findings.failItem({
      code: 'backdrop-colourless',
      message: 'A backdrop without a colour makes Kometa fail every item it is drawn on',
      mend: 'Write back_color or back_line_color',
      span: nameSpan,
      attribute: 'back_color',
    });
  }
  return { kind, name: definition.name, definition: findings.refused() ? null : definition };
}

/** Unique over all files of a library: the name itself in the first file, `n:name` in the others. */
export function keyOf(file: number, name: string): string {
  return file === 0 && !/^\d+:/.test(name) ? name : `${file}:${name}`;
}

function readOrder({ file, queues, span }: OverlayPlace, attributes: Attributes, findings: Findings) {
  const group = attributes.words('group');
  const queue = attributes.words('queue');
  const queueField = attributes.field('queue');
  if (queue !== null && queueField && !queues.has(queue)) {
    findings.refuse({
      code: 'queue-unknown',
      message: `There is no queue ${shown(queue)} in this file`,
      mend: queues.size > 0 ? `Use one of: ${shown([...queues].join(', '))}` : 'Write it below queues:',
      span: valueSpan(queueField),
      attribute: 'queue',
    });
  }
  const weight = attributes.integer('weight');
  for (const [name, value] of [
    ['group', group],
    ['queue', queue],
  ] as const) {
    const field = attributes.field(name);
    if (!field) continue;
    if (value === null) {
      findings.refuse({
        code: `${name}-blank`,
        message: `${name} is blank`,
        mend: `Write a name, or take ${name} away`,
        span: keySpan(field),
        attribute: name,
      });
    } else if (!attributes.has('weight')) {
      findings.refuse({
        code: 'weight-needed',
        message: `A ${name} needs a weight`,
        mend: 'Write weight: with a whole number, 0 or more',
        span: valueSpan(field),
        attribute: name,
      });
    }
  }
  if (group !== null && queue !== null && queueField) {
    findings.refuse({
      code: 'group-and-queue',
      message: 'An overlay cannot have both a group and a queue',
      mend: 'Take one of them away',
      span: queueField ? keySpan(queueField) : span,
      attribute: 'queue',
    });
  }
  return { group, queue: queue === null ? null : keyOf(file, queue), weight };
}

function readPosition(attributes: Attributes, findings: Findings, span: Span) {
  const horizontalAlign = attributes.choice('horizontal_align', ['left', 'center', 'right']);
  const verticalAlign = attributes.choice('vertical_align', ['top', 'center', 'bottom']);
  const horizontalOffset = attributes.offset('horizontal_offset', horizontalAlign === 'center');
  const verticalOffset = attributes.offset('vertical_offset', verticalAlign === 'center');
  const horizontal = attributes.isWritten('horizontal_offset');
  const one = attributes.field(horizontal ? 'horizontal_offset' : 'vertical_offset');
  if (horizontal !== attributes.isWritten('vertical_offset')) {
    const missing = horizontal ? 'vertical_offset' : 'horizontal_offset';
    findings.refuse({
      code: 'offsets-together',
      message: 'horizontal_offset and vertical_offset must be written together',
      mend: `Write ${missing} too`,
      span: one ? valueSpan(one) : span,
      attribute: missing,
    });
  }
  return { horizontalAlign, verticalAlign, horizontalOffset, verticalOffset };
}

function readBack(attributes: Attributes, name: string, placed: boolean, span: Span, findings: Findings) {
  const backColor = attributes.colour('back_color');
  const backRadius = attributes.integer('back_radius');
  const backLineWidth = attributes.integer('back_line_width');
  const backLineColor = attributes.colour('back_line_color');
  const backPadding = attributes.integer('back_padding') ?? 0;
  const alignField = attributes.field('back_align');
  const backAlign = attributes.choice('back_align', ['left', 'right', 'center', 'top', 'bottom']) ?? 'center';
  const backWidth = attributes.integer('back_width');
  const backHeight = attributes.integer('back_height');
  if (name !== 'backdrop' && backAlign !== 'center' && !attributes.has('back_width')) {
    findings.refuse({
      code: 'back-width-needed',
      message: `back_align ${backAlign} needs a back_width`,
      mend: 'Write back_width, or take back_align away',
      span: alignField ? valueSpan(alignField) : span,
      attribute: 'back_align',
    });
  }
  const colourField = attributes.field(backColor ? 'back_color' : 'back_line_color');
  if (name !== 'backdrop' && (backColor || backLineColor) && !placed && !name.startsWith('text')) {
    findings.refuse({
      code: 'offsets-needed',
      message: 'A box behind needs horizontal_offset and vertical_offset, or a queue',
      mend: 'Write both offsets, or take the colours of the box away',
      span: colourField ? keySpan(colourField) : span,
      attribute: colourField?.name ?? 'back_color',
    });
  }
  return {
    backColor,
    backRadius,
    backLineWidth,
    backLineColor,
    backPadding,
    backAlign,
    backWidth,
    backHeight,
  };
}

function readScale(attributes: Attributes, kind: OverlayKind) {
  if (kind !== 'image' && kind !== 'text') return { scaleWidth: null, scaleHeight: null };
  return { scaleWidth: attributes.scale('scale_width'), scaleHeight: attributes.scale('scale_height') };
}

function readText(attributes: Attributes, isText: boolean) {
  return {
    fontSize: (isText ? attributes.integer('font_size') : null) ?? 36,
    font: isText ? attributes.words('font') : null,
    fontStyle: isText ? attributes.words('font_style') : null,
    fontColor: isText ? attributes.colour('font_color') : null,
    strokeWidth: (isText ? attributes.integer('stroke_width') : null) ?? 0,
    strokeColor: isText ? attributes.colour('stroke_color') : null,
  };
}

function warnOfFontStyle(attributes: Attributes, findings: Findings): void {
  const field = attributes.field('font_style');
  if (!field || attributes.words('font') !== null || attributes.words('font_style') === null) return;
  findings.warn({
    code: 'font-style-alone',
    message: 'font_style chooses among the styles of one font file, and the default font has one only',
    mend: 'Name a font that has several styles',
    span: valueSpan(field),
    attribute: 'font_style',
  });
}

const beyondKometa = new Set(['pmm']);

function warnOfUselessAttributes(
  fields: readonly Field[],
  kind: OverlayKind,
  hasAddon: boolean,
  findings: Findings,
): void {
  for (const field of fields) {
    if (beyondKometa.has(field.name)) continue;
    const known = OVERLAY_ATTRIBUTES.find((entry) => entry.of === 'overlay' && entry.name === field.name);
    if (!known) {
      findings.warn({
        code: 'attribute-unknown',
        message: `Kometa ignores ${shown(field.name)}`,
        mend: 'Take it away',
        span: keySpan(field),
        attribute: field.name.slice(0, 100),
      });
      continue;
    }
    const ofAddon = known.group === 'addon' || (kind === 'text' && known.group === 'size');
    const used = known.usedBy.includes(kind) && (!ofAddon || hasAddon);
    if (used) continue;
    findings.warn({
      code: 'attribute-unused',
      message: known.usedBy.includes(kind)
        ? `${field.name} does nothing on a text without a picture`
        : `${field.name} does nothing on a ${kind}`,
      mend: 'Take it away',
      span: keySpan(field),
      attribute: field.name,
    });
  }
}
