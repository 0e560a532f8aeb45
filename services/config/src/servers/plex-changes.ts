import type { PlexEvent } from '@marquee/plex';
import type { Change } from './changes.ts';

/** What an event means for what we remember; 'anything' when events were missed. */
export function changesOf(event: PlexEvent): Change[] | 'anything' {
  switch (event.type) {
    case 'timeline':
      // While an item is being worked on nothing of it has changed yet.
      return event.phase === 'processing' || event.sectionId === null
        ? []
        : [{ sectionId: event.sectionId, ratingKey: event.ratingKey }];
    case 'activity':
      return event.event === 'ended' && event.sectionId !== null
        ? [{ sectionId: event.sectionId, ratingKey: null }]
        : [];
    case 'connected':
      return event.again ? 'anything' : [];
    case 'missed':
      return 'anything';
    default:
      return [];
  }
}
