import type { Blobs, Bus, Outbox, ServiceApp } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { ConfigFolder } from '../files/config-folder.ts';
import type { Drafts } from '../files/drafts.ts';
import type { SavePorts } from '../files/save-file.ts';
import type { Pictures } from '../images/pictures.ts';
import type { ConfigDb } from '../migrations/config-db.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { createOverlayAnswers } from './answering/answer-overlays.ts';
import { serveOverlayFiles } from './files/file-routes.ts';
import { createReadCached } from './files/read-cached.ts';
import { createVersions } from './files/versions.ts';
import { serveGoldenSet } from './golden-set/golden-set-routes.ts';
import { serveOverlayImages } from './images/image-routes.ts';
import { createFullItems } from './items/full-items.ts';
import { serveOverlayItems } from './items/item-routes.ts';
import { createOwnTemplates } from './templates/own-templates.ts';
import type { ShippedTemplates } from './templates/shipped-templates.ts';
import { serveTemplates } from './templates/template-routes.ts';

export interface OverlayPorts extends PlexPorts {
  db: Kysely<ConfigDb>;
  outbox: Outbox<ConfigDb>;
  bus: Bus;
  blobs: Blobs;
  folder: ConfigFolder;
  saving: SavePorts;
  drafts: Drafts;
  pictures: Pictures;
  templates: ShippedTemplates;
  clock: () => Date;
}

/** Overlay files with all that belongs to them, and what drawing on items needs. */
export function createOverlays(ports: OverlayPorts) {
  const { memory, folder, saving, drafts, templates, clock } = ports;
  const now = () => clock().getTime();
  const versions = createVersions(saving.history);
  const read = createReadCached(now);
  const items = { ...ports, read, fullItem: createFullItems(memory) };
  return {
    answers: createOverlayAnswers({ ...items, versions }),
    serve(service: Pick<ServiceApp, 'serve'>): void {
      serveOverlayFiles(service, { saving, versions, drafts, read, templates, now });
      serveTemplates(service, { shipped: templates, own: createOwnTemplates(ports) });
      serveGoldenSet(service, ports);
      serveOverlayImages(service, { ...ports, folder });
      serveOverlayItems(service, items);
    },
  };
}
