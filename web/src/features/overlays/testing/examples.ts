import type { OverlayDefinition, OverlayEntry, OverlayItem } from '@marquee/contracts';

export function aDefinition(mapping: string, more: Partial<OverlayDefinition> = {}): OverlayDefinition {
  return {
    key: mapping,
    file: 0,
    mapping,
    level: 'movie',
    kind: 'text',
    name: `text(${mapping})`,
    image: null,
    group: null,
    queue: null,
    weight: null,
    suppress: [],
    horizontalAlign: 'left',
    verticalAlign: 'top',
    horizontalOffset: { value: 0, percent: false },
    verticalOffset: { value: 0, percent: false },
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

export function anEntry(mapping: string, more: Partial<OverlayDefinition> = {}): OverlayEntry {
  const definition = aDefinition(mapping, more);
  return {
    mapping,
    level: definition.level,
    kind: definition.kind,
    name: definition.name,
    builders: ['plex_all'],
    template: null,
    definition,
    line: 2,
    endLine: 4,
  };
}

export function anOverlayItem(more: Partial<OverlayItem> = {}): OverlayItem {
  return {
    itemId: 'demo.1001',
    libraryId: 'demo.1',
    title: 'The Lantern Keeper',
    facts: {
      level: 'movie',
      title: 'The Lantern Keeper',
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
      audienceRating: 8.3,
      userRating: null,
      durationMs: 6_840_000,
      partDurationsMs: [],
      bitratesKbps: [],
      versions: 1,
      ratings: {},
    },
    sampled: [],
    matches: [[]],
    base: { source: 'plex', version: '1' },
    ...more,
  };
}
