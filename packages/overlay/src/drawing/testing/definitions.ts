import type { OverlayDefinition, OverlaySet } from '@marquee/contracts';

/** A picture in the upper left corner, less what the test says. */
export function definitionOf(key: string, more: Partial<OverlayDefinition> = {}): OverlayDefinition {
  return {
    key,
    file: 0,
    mapping: key,
    level: 'movie',
    kind: 'image',
    name: 'badge',
    image: { from: 'name', value: 'badge' },
    group: null,
    queue: null,
    weight: null,
    suppress: [],
    horizontalAlign: null,
    verticalAlign: null,
    horizontalOffset: more.queue === undefined ? { value: 20, percent: false } : null,
    verticalOffset: more.queue === undefined ? { value: 30, percent: false } : null,
    scaleWidth: null,
    scaleHeight: null,
    font: null,
    fontSize: 36,
    fontStyle: null,
    fontColor: null,
    strokeWidth: 0,
    strokeColor: null,
    backColor: null,
    backWidth: null,
    backHeight: null,
    backAlign: 'center',
    backPadding: 0,
    backRadius: null,
    backLineColor: null,
    backLineWidth: null,
    addonPosition: 'left',
    addonOffset: 0,
    ...more,
  };
}

export function setOf(definitions: OverlayDefinition[], queues: OverlaySet['queues'] = []): OverlaySet {
  return { definitions, queues };
}
