import {
  collectionRoutes,
  overlayFileRoutes,
  type Principal,
  playlistConfigRoutes,
} from '@marquee/contracts';
import { answer, type ServiceApp } from '@marquee/service-kit';
import { fileIdOf } from '../files/file-id.ts';
import { noteEscapes } from '../files/note-escapes.ts';
import { changeMany } from './bulk.ts';
import { byWhom } from './by-whom.ts';
import { serveConfigBlocks } from './config-block-routes.ts';
import { createConfigured } from './config-libraries.ts';
import { createDefinition } from './create-definition.ts';
import { createDefinitionIndex } from './definition-index.ts';
import { removeDefinition, writeDefinition, writeDefinitionText } from './edit-definition.ts';
import { listDefinitions, type ResourcePorts } from './list-definitions.ts';
import { placeOf, readDefinition } from './read-definition.ts';
import { definitionIdOf, type Resource } from './resource.ts';

const COLLECTIONS: Resource<'collections' | 'dynamic_collections'> = {
  sections: ['collections', 'dynamic_collections'],
  listedAs: 'collection',
  words: ['collection', 'collections'],
};

const PLAYLISTS: Resource<'playlists'> = {
  sections: ['playlists'],
  listedAs: 'playlist',
  words: ['playlist', 'playlists'],
};
const OVERLAYS: Resource<'overlays'> = {
  sections: ['overlays'],
  listedAs: 'overlay',
  words: ['overlay', 'overlays'],
};

/** What Plex calls the libraries that a person may see. */
type VisibleTitles = (principal: Principal) => Promise<'all' | ReadonlySet<string>>;

/** What Kometa’s files say, piece by piece, for those who do not edit them as texts. */
export function createResources({
  visibleTitles,
  ...more
}: Omit<ResourcePorts, 'index'> & { visibleTitles: VisibleTitles }) {
  const { folder, clock } = more.saving;
  const index = createDefinitionIndex({
    ...{ folder, lookThrough: more.lookThrough },
    now: () => clock().getTime(),
  });
  const ports = { ...more, index };
  return {
    configured: createConfigured(ports),
    serve(service: Pick<ServiceApp, 'serve'>): void {
      serveDefinitions(service, ports, visibleTitles);
      serveConfigBlocks(service, ports);
    },
  };
}

function serveDefinitions(
  service: Pick<ServiceApp, 'serve'>,
  ports: ResourcePorts,
  visibleTitles: VisibleTitles,
): void {
  const { folder } = ports.saving;
  const serve = noteEscapes(service.serve);

  serve(collectionRoutes.list, async ({ principal }) => {
    const { definitions, ...rest } = await listDefinitions(
      ports,
      COLLECTIONS,
      await visibleTitles(principal),
    );
    return { collections: definitions, ...rest };
  });
  serve(collectionRoutes.create, async ({ body, principal }) => {
    const made = await createDefinition(ports, COLLECTIONS, { ...body, ...byWhom(principal) });
    return answer(made, { etag: made.etag });
  });
  serve(collectionRoutes.read, async ({ params }) => {
    const place = await placeOf(ports, COLLECTIONS, params.definitionId);
    const found = await readDefinition(ports, COLLECTIONS, place);
    return answer(found, { etag: found.etag });
  });
  serve(collectionRoutes.write, async ({ params, body, ifMatch, principal }) => {
    const which = { id: params.definitionId, ifMatch, ...byWhom(principal) };
    const saved = await writeDefinition(ports, COLLECTIONS, { ...which, ...body });
    return answer(saved, { etag: saved.etag });
  });
  serve(collectionRoutes.writeText, async ({ params, body, ifMatch, principal }) => {
    const which = { id: params.definitionId, ifMatch, ...byWhom(principal) };
    const saved = await writeDefinitionText(ports, COLLECTIONS, { ...which, ...body });
    return answer(saved, { etag: saved.etag });
  });
  serve(collectionRoutes.remove, ({ params, ifMatch, principal }) =>
    removeDefinition(ports, COLLECTIONS, { id: params.definitionId, ifMatch, ...byWhom(principal) }),
  );
  serve(collectionRoutes.bulk, ({ body, principal }) =>
    changeMany(ports, COLLECTIONS, { ...body, ...byWhom(principal) }),
  );

  serve(playlistConfigRoutes.list, async ({ principal }) => {
    const { definitions, ...rest } = await listDefinitions(ports, PLAYLISTS, await visibleTitles(principal));
    return { playlists: definitions, ...rest };
  });
  serve(playlistConfigRoutes.create, async ({ body, principal }) => {
    const wanted = { ...body, section: 'playlists', ...byWhom(principal) } as const;
    const made = await createDefinition(ports, PLAYLISTS, wanted);
    return answer(made, { etag: made.etag });
  });
  serve(playlistConfigRoutes.read, async ({ params }) => {
    const place = await placeOf(ports, PLAYLISTS, params.definitionId);
    const found = await readDefinition(ports, PLAYLISTS, place);
    return answer(found, { etag: found.etag });
  });
  serve(playlistConfigRoutes.write, async ({ params, body, ifMatch, principal }) => {
    const which = { id: params.definitionId, ifMatch, ...byWhom(principal) };
    const saved = await writeDefinition(ports, PLAYLISTS, { ...which, ...body });
    return answer(saved, { etag: saved.etag });
  });
  serve(playlistConfigRoutes.remove, ({ params, ifMatch, principal }) =>
    removeDefinition(ports, PLAYLISTS, { id: params.definitionId, ifMatch, ...byWhom(principal) }),
  );
  serve(playlistConfigRoutes.bulk, ({ body, principal }) =>
    changeMany(ports, PLAYLISTS, { ...body, ...byWhom(principal) }),
  );

  serve(overlayFileRoutes.bulk, async ({ body: { definitions, action }, principal }) => {
    const paths = new Map((await folder.paths()).map((path) => [fileIdOf(path), path]));
    const ids = definitions.map(({ fileId, name }) =>
      definitionIdOf({ path: paths.get(fileId) ?? '', section: 'overlays', name }),
    );
    return await changeMany(ports, OVERLAYS, { ids, action, ...byWhom(principal) });
  });
}
