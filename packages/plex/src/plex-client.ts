import { type PlexClientOptions, readSettings } from './connection/options.ts';
import { createTransport } from './connection/transport.ts';
import { identityCalls } from './identity/identity.ts';
import { imageCalls } from './images/images.ts';
import { artworkCalls } from './images/posters.ts';
import { itemCalls } from './items/items.ts';
import { metadataCalls } from './metadata/metadata.ts';
import { sectionCalls } from './sections/sections.ts';

/** The only way this product talks to a Plex server. */
export function createPlexClient(options: PlexClientOptions) {
  const settings = readSettings(options);
  options.onSecret?.(settings.token);
  const transport = createTransport(settings, options.log);
  return {
    server: identityCalls(transport),
    sections: sectionCalls(transport),
    items: itemCalls(transport),
    metadata: metadataCalls(transport),
    artwork: artworkCalls(transport, settings.baseUrl),
    images: imageCalls(transport, settings.baseUrl),
    /** Lets go of kept-alive connections. */
    close: () => transport.close(),
  };
}
export type PlexClient = ReturnType<typeof createPlexClient>;
