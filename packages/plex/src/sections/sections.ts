import { problem } from '@marquee/contracts';
import { z } from 'zod';
import { plexPath } from '../connection/address.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import { type Preference, Preferences } from '../identity/identity.ts';
import { listOf, text, textOrNull, timeOrNull } from '../reply/fields.ts';

export const PlexSection = z
  .object({
    key: text,
    type: text,
    title: text,
    agent: textOrNull,
    scanner: textOrNull,
    language: textOrNull,
    uuid: textOrNull,
    createdAt: timeOrNull,
    updatedAt: timeOrNull,
    scannedAt: timeOrNull,
    contentChangedAt: textOrNull,
    Location: listOf(z.object({ id: textOrNull, path: text })),
  })
  .transform(({ Location, ...section }) => ({ ...section, locations: Location }));
export type PlexSection = z.output<typeof PlexSection>;

const Sections = z.object({ Directory: listOf(PlexSection) }).transform(({ Directory }) => Directory);

export function sectionCalls(transport: Transport) {
  const list = ({ signal }: CallOptions = {}): Promise<PlexSection[]> =>
    transport.read({ path: '/library/sections', signal }, Sections);

  return {
    list,
    /** Plex has no good address for one section, so it is picked from the list. */
    async get(sectionId: string, options: CallOptions = {}): Promise<PlexSection> {
      const section = (await list(options)).find(({ key }) => key === sectionId);
      if (section === undefined) throw problem('library.not-found');
      return section;
    },
    preferences: (sectionId: string, { signal }: CallOptions = {}): Promise<Preference[]> =>
      transport.read(
        { path: plexPath`/library/sections/${sectionId}/prefs`, missing: 'library.not-found', signal },
        Preferences,
      ),
  };
}
