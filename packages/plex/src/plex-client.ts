import { collectionCalls } from './collections/collections.ts';
import { hubCalls } from './collections/hubs.ts';
import { type PlexClientOptions, readSettings } from './connection/options.ts';
import { createTransport } from './connection/transport.ts';
import { editCalls } from './edits/edits.ts';
import { labelCalls } from './edits/labels.ts';
import { identityCalls } from './identity/identity.ts';
import { rememberMachineIdentifier } from './identity/machine-identifier.ts';
import { imageCalls } from './images/images.ts';
import { artworkCalls } from './images/posters.ts';
import { itemCalls } from './items/items.ts';
import { metadataCalls } from './metadata/metadata.ts';
import { notificationCalls } from './notifications/notifications.ts';
import { playlistCalls } from './playlists/playlists.ts';
import { sectionCalls } from './sections/sections.ts';
import { vocabularyCalls } from './vocabulary/vocabulary.ts';
import { historyCalls } from './watching/history.ts';
import { watchingCalls } from './watching/watching.ts';

/** The only way this product talks to a Plex server. */
export function createPlexClient(options: PlexClientOptions) {
  const settings = readSettings(options);
  if (settings.token !== undefined) options.onSecret?.(settings.token);
  const transport = createTransport(settings, options.log);
  const server = identityCalls(transport);
  const machineIdentifier = rememberMachineIdentifier(server);
  const items = itemCalls(transport);
  const metadata = metadataCalls(transport);
  const edits = editCalls(transport);
  return {
    server,
    sections: sectionCalls(transport),
    items,
    metadata,
    artwork: artworkCalls(transport, settings.baseUrl),
    images: imageCalls(transport, settings.baseUrl),
    edits,
    labels: labelCalls(metadata, edits),
    watching: watchingCalls(transport),
    history: historyCalls(transport),
    playlists: playlistCalls(transport, machineIdentifier),
    collections: collectionCalls(transport, items, machineIdentifier),
    hubs: hubCalls(transport),
    vocabulary: vocabularyCalls(transport),
    notifications: notificationCalls(settings, options.log),
    /** Lets go of kept-alive connections. */
    close: () => transport.close(),
  };
}
export type PlexClient = ReturnType<typeof createPlexClient>;
