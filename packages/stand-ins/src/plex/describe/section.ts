import type { PlexSection } from '../model.ts';
import { type Element, element } from '../wire/element.ts';

export const describeSection = (section: PlexSection): Element =>
  element(
    'Directory',
    {
      allowSync: true,
      art: `/:/resources/${section.kind}-fanart.jpg`,
      composite: `/library/sections/${section.id}/composite/${section.updatedAt}`,
      filters: true,
      refreshing: false,
      thumb: `/:/resources/${section.kind}.png`,
      key: String(section.id),
      type: section.kind,
      title: section.title,
      agent: section.agent,
      scanner: section.scanner,
      language: section.language,
      uuid: section.uuid,
      updatedAt: section.updatedAt,
      createdAt: section.createdAt,
      scannedAt: section.scannedAt,
      content: true,
      directory: true,
      contentChangedAt: section.updatedAt,
      hidden: 0,
    },
    section.locations.map(({ id, path }) => element('Location', { id, path })),
  );
