import type { OverlayDefinition, OverlayFacts, OverlayItem, OverlayQueue } from '@marquee/contracts';
import { createEngine, type Pixels, type TextEngine } from '@marquee/overlay';

/** A text overlay as the contract describes it. */
export function anOverlay(key: string, more: Partial<OverlayDefinition> = {}): OverlayDefinition {
  return {
    key,
    file: 0,
    mapping: key,
    level: 'movie',
    kind: 'text',
    name: `text(${key})`,
    image: null,
    group: null,
    queue: null,
    weight: null,
    suppress: [],
    horizontalAlign: null,
    verticalAlign: null,
    horizontalOffset: { value: 20, percent: false },
    verticalOffset: { value: 30, percent: false },
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

const facts: OverlayFacts = {
  level: 'movie',
  title: 'Film 1',
  originalTitle: null,
  showTitle: null,
  seasonTitle: null,
  seasonNumber: null,
  episodeNumber: null,
  episodeCount: null,
  edition: null,
  contentRating: 'PG-13',
  originallyAvailable: '2021-03-12',
  criticRating: null,
  audienceRating: 8.1,
  userRating: null,
  durationMs: 6_840_000,
  partDurationsMs: [],
  bitratesKbps: [],
  versions: 1,
  ratings: {},
};

export function anOverlayItem(more: Partial<OverlayItem> = {}): OverlayItem {
  return {
    itemId: 'demo.1001',
    libraryId: 'demo.1',
    title: 'Film 1',
    facts,
    sampled: [],
    matches: [],
    base: { source: 'plex', version: '1' },
    ...more,
  };
}

/** Letters that are all alike: 20 wide and 40 high at a size of 36. */
export const blockText: TextEngine = {
  exact: true,
  addFont: () => ({ family: 'Block', style: 'Regular', variations: [] }),
  hasFont: () => true,
  measure: ({ text, size }) => ({
    left: 0,
    top: 0,
    right: Math.round((text.length * size * 20) / 36),
    bottom: Math.round((size * 40) / 36),
  }),
  mask(spec) {
    const { right, bottom } = blockText.measure(spec);
    return { left: 0, top: 0, width: right, height: bottom, data: new Uint8Array(right * bottom).fill(255) };
  },
};

/** Enough of a raster to see where things lie: pasting copies, resizing makes an even grey. */
export const coarsePixels: Pixels = {
  kind: 'plain',
  resizeRgb: (source, width, height) =>
    source.width === width && source.height === height
      ? { ...source, data: source.data.slice() }
      : { width, height, data: new Uint8Array(width * height * 3).fill(128) },
  resizeRgba: (_source, width, height) => ({
    width,
    height,
    data: new Uint8Array(width * height * 4).fill(255),
  }),
  blurRgb: (source) => ({ ...source, data: source.data.slice() }),
  paste(target, source, left, top, within = { x: 0, y: 0, width: target.width, height: target.height }) {
    for (let y = Math.max(within.y, top); y < Math.min(within.y + within.height, top + source.height); y += 1)
      for (
        let x = Math.max(within.x, left);
        x < Math.min(within.x + within.width, left + source.width);
        x += 1
      ) {
        const from = ((y - top) * source.width + (x - left)) * 4;
        if (source.data[from + 3] !== 0)
          target.data.set(source.data.subarray(from, from + 3), (y * target.width + x) * 3);
      }
  },
};

const engine = createEngine({ pixels: coarsePixels, text: blockText });

/** What the engine says of these overlays on a film; any picture is 100 by 60. */
export function accountOf(definitions: readonly OverlayDefinition[], queues: readonly OverlayQueue[] = []) {
  const picture = { width: 100, height: 60, data: new Uint8Array(100 * 60 * 4).fill(255) };
  return engine.explain({
    set: { definitions: [...definitions], queues: [...queues] },
    matched: new Set(definitions.map(({ key }) => key)),
    assumed: new Set(),
    facts,
    sampled: [],
    layout: 'basic',
    assets: { font: () => 'block', image: () => picture },
  });
}
