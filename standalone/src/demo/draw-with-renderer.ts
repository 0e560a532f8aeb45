import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Principal } from '@marquee/contracts';
import type { RenderLater } from '@marquee/renderer';
import type { Dressed, DressPorts } from './dress-demo.ts';

/** Of the whole library, as Kometa is its owner's. */
const kometa: Principal = {
  id: 'demo',
  name: 'Demo',
  role: 'admin',
  libraries: 'all',
  via: { kind: 'nobody', id: 'demo' },
};

/** As the demo's config.yml says. */
const upload = { format: 'jpg', quality: 90 } as const;

/** Draws what the overlay files of the demo's Kometa folder say at that moment. */
export function drawWithRenderer(ports: { renderLater: RenderLater; kometa: string }): DressPorts['draw'] {
  return async ({ item, overlayFile }): Promise<Dressed> => {
    const text = await readFile(join(ports.kometa, overlayFile), 'utf8');
    const { account, picture } = await ports.renderLater(kometa, {
      ...upload,
      itemId: `demo.${item.ratingKey}`,
      ...{ fileIds: [], files: [text], only: null, layout: 'auto' },
    });
    if (account.approximate) return { kind: 'approximate' };
    return picture === undefined ? { kind: 'nothing' } : { kind: 'drawn', picture };
  };
}
