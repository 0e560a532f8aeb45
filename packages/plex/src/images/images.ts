import { problem } from '@marquee/contracts';
import { pathOnServer } from '../connection/address.ts';
import type { CallOptions } from '../connection/options.ts';
import type { PlexImage, Transport } from '../connection/transport.ts';

export function imageCalls(transport: Transport, baseUrl: string) {
  return {
    /** Takes an address as Plex writes it (`thumb`, `art`, an artwork's `path`); one that leads elsewhere is refused. */
    async download(address: string, { signal }: CallOptions = {}): Promise<PlexImage> {
      const path = pathOnServer(baseUrl, address);
      if (path === null) {
        throw problem('image.not-found', {
          details: [{ message: 'This picture is not on the Plex server itself, so it is not fetched' }],
        });
      }
      return transport.image({ path, signal });
    },
  };
}
