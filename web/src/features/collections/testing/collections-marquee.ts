import {
  type Collection,
  type CollectionSummary,
  collectionPreviewRoutes,
  collectionRoutes,
  configRoutes,
  type DefinitionFile,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { aLibrary } from '../../../testing/examples.ts';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';

const idOf = (name: string) => name.replaceAll(/\W/g, '').padEnd(22, '0').slice(0, 22);

export const filmsFile: DefinitionFile = {
  fileId: idOf('films'),
  path: 'collections/films.yml',
  libraries: ['Films'],
  editable: true,
};
export const otherFile: DefinitionFile = {
  fileId: idOf('other'),
  path: 'collections/other.yml',
  libraries: [],
  editable: true,
};

export function aCollection(name: string, more: Partial<CollectionSummary> = {}): CollectionSummary {
  return {
    id: idOf(name),
    fileId: filmsFile.fileId,
    file: filmsFile.path,
    line: 2,
    section: 'collections',
    name,
    title: name,
    enabled: true,
    libraries: ['Films'],
    builders: ['plex_search'],
    templates: [],
    needs: [],
    schedule: null,
    order: null,
    visible: { library: null, home: null, shared: null },
    problems: { errors: 0, warnings: 0 },
    ...more,
  };
}

export function opened(name: string, values: Collection['values'], text: string): Collection {
  return { ...aCollection(name), values, text, etag: '"1"' };
}

/** A Marquee with these collections in one file of the films, and another file that nobody lists. */
export function collectionsMarquee(collections: readonly CollectionSummary[]): FakeMarquee {
  return new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list)
    .answer(libraryRoutes.list, [aLibrary()])
    .answer(libraryRoutes.items, { entries: [], total: 0, nextCursor: null })
    .answer(configRoutes.list, [])
    .answer(collectionPreviewRoutes.preview)
    .answer(collectionPreviewRoutes.dynamic)
    .answer(collectionPreviewRoutes.count)
    .answer(collectionPreviewRoutes.values)
    .answer(collectionRoutes.list, {
      collections: [...collections],
      files: [filmsFile, otherFile],
      more: 0,
    });
}
