import { setTimeout as pause } from 'node:timers/promises';
import { libraryChanged } from '@marquee/contracts';
import { createIdempotencyStore, createInbox, createOutbox, createServiceApp } from '@marquee/service-kit';
import { sharpPictures } from './adapters/sharp-pictures.ts';
import { createOwnBlocks } from './block-templates/own-blocks.ts';
import { noBlocks } from './block-templates/shipped-blocks.ts';
import { serveBlockTemplates } from './block-templates/template-routes.ts';
import { placeOnBranch } from './branches/branch-files.ts';
import { serveBranches } from './branches/branch-routes.ts';
import { serveBundles } from './bundles/bundle-routes.ts';
import { serveCollectionPreview } from './collection-preview/preview-routes.ts';
import { serveConnections } from './connections/connection-routes.ts';
import { serveDoctor } from './doctor/doctor-routes.ts';
import { createDrafts } from './files/drafts.ts';
import { serveFiles } from './files/file-routes.ts';
import { pathOfFile } from './files/find-file.ts';
import { createSaving } from './files/saving.ts';
import { serveHistory } from './history/history-routes.ts';
import { createSizedImages } from './images/sized-image.ts';
import { serveItems } from './items/item-routes.ts';
import type { VisibleItem } from './items/visible-item.ts';
import { serveLibraries } from './libraries/library-routes.ts';
import { visibleTitles } from './libraries/visible-library.ts';
import { createOverlays } from './overlays/overlays.ts';
import { noTemplates } from './overlays/templates/shipped-templates.ts';
import type { ConfigPorts } from './ports.ts';
import { servePosters } from './posters/poster-routes.ts';
import { createPrepare } from './prepare/prepare.ts';
import { ownDesk } from './problems/deskwork.ts';
import { createProblems } from './problems/list-problems.ts';
import { createLookThrough } from './problems/look-through.ts';
import { serveProblems } from './problems/problem-routes.ts';
import { createResources } from './resources/resource-routes.ts';
import { serveSecrets } from './secrets/secret-routes.ts';
import { plexChecks } from './servers/plex-check.ts';
import { createPlexMemory } from './servers/plex-memory.ts';
import { createServersWatch } from './servers/watch-servers.ts';
import { withoutPlexAddress } from './servers/without-plex-address.ts';
import { serveStart } from './start/start-routes.ts';

const STOP_PATIENCE_MS = 2_000;

/** The whole service, from what it is handed. Nothing is opened here and nothing runs before start(). */
export function createConfig(ports: ConfigPorts) {
  const { servers, store, blobs, keys, bus, folder, log, clock } = ports;
  const { db } = store;
  const now = () => clock().getTime();
  const pictures = ports.pictures ?? sharpPictures();
  const memory = createPlexMemory(now);
  const outbox = createOutbox({ db, bus, log });
  const images = createSizedImages({ blobs, pictures, log });
  const plex = { servers, memory };
  const prepare = createPrepare({ ...plex, db, outbox, inbox: createInbox({ db }), bus, images, log, clock });
  const saving = createSaving({ folder, repository: ports.repository, db, outbox, clock });
  const desk = ports.desk ?? ownDesk();
  const lookThrough = createLookThrough(desk);
  const problems = createProblems({ ...saving, lookThrough });
  const resources = createResources({
    ...{ saving, desk, lookThrough, problems, log },
    visibleTitles: (principal) => visibleTitles(plex, principal),
  });
  const drafts = createDrafts({
    ...{ db, clock },
    mustExist: async (fileId, branch) => {
      await (branch === undefined ? pathOfFile(folder, fileId) : placeOnBranch(saving, branch, fileId));
    },
  });
  const overlays = createOverlays({
    ...{ ...plex, db, outbox, bus, blobs, folder, saving, drafts, pictures, clock },
    templates: ports.templates ?? noTemplates,
  });
  const announceItem = async ({ id, libraryId, server }: VisibleItem): Promise<void> => {
    await db.transaction().execute(async (trx) => {
      await outbox.add(trx, libraryChanged, { serverId: server.id, libraryId, itemId: id });
    });
  };

  const kit = createServiceApp({
    name: 'config',
    version: ports.version,
    log,
    authenticate: ports.authenticate,
    idempotency: createIdempotencyStore(db, now),
    ...(ports.secrets === undefined ? {} : { secrets: ports.secrets }),
    checks: () => ({
      store: () => store.check(),
      broker: () => bus.check(),
      keys: () => keys.check(),
      cache: () => blobs.check(),
      folder: () => folder.check(),
      ...plexChecks(plex),
    }),
  });
  const service = { ...kit, serve: withoutPlexAddress(kit.serve) };
  serveLibraries(service, { ...plex, prepare, configured: resources.configured });
  serveItems(service, { ...plex, images, now });
  servePosters(service, { ...plex, images, pictures, announceItem });
  serveFiles(service, { saving, drafts });
  serveHistory(service, { saving, desk });
  serveBranches(service, { saving, desk });
  serveBundles(service, saving);
  serveProblems(service, { saving, desk, problems });
  serveCollectionPreview(service, { ...plex, folder, desk, clock });
  serveDoctor(service, { ...plex, saving, lookThrough });
  serveStart(service, { ...plex, saving });
  serveSecrets(service, saving);
  serveConnections(service, { folder, tries: ports.tries });
  resources.serve(service);
  overlays.serve(service);
  serveBlockTemplates(service, {
    ...{ saving, shipped: ports.presets ?? noBlocks },
    own: createOwnBlocks({ db, clock }),
  });

  const lookAround = () =>
    saving.outside
      .noteAll()
      .catch((cause: unknown) =>
        log.warn({ err: cause }, 'The config folder was not compared with its history'),
      );
  let looked: Promise<void> = Promise.resolve();
  /** A history that cannot be read is told of by the look itself. */
  const isNew = () =>
    saving.history.newestId().then(
      (id) => id === undefined,
      () => false,
    );

  const watching = createServersWatch({ servers, memory, bus, log });
  return {
    app: kit.app,
    async start(): Promise<void> {
      await folder
        .sweep()
        .catch((cause: unknown) => log.warn({ err: cause }, 'The config folder was not swept'));
      await saving
        .tellUntold()
        .catch((cause: unknown) => log.warn({ err: cause }, 'Versions of the last run were not told'));
      outbox.start();
      looked = lookAround();
      // A version that was made before the folder was first looked at would lack the files that were there already.
      if (await isNew()) await looked;
      await prepare.start();
      await overlays.answers.start();
      watching.start();
    },
    async stop(): Promise<void> {
      kit.beginStopping();
      const deaf = watching.stop();
      await kit.finished();
      await looked;
      await prepare.stop();
      await desk.close();
      // A broker that is away must not hold us up: what waits in the outbox goes out at the next start.
      await Promise.race([
        Promise.all([deaf, outbox.stop(), overlays.answers.stop()]),
        pause(STOP_PATIENCE_MS, undefined, { ref: false }),
      ]);
    },
  };
}
export type ConfigService = ReturnType<typeof createConfig>;
