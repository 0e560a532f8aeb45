import { listView } from '../describe/eyes.ts';
import { describeListed } from '../describe/listed.ts';
import { describeHub } from '../describe/server.ts';
import { moveRow } from '../edits/reorder.ts';
import type { Eyes, Listed } from '../filters/field.ts';
import { listSection } from '../filters/list-section.ts';
import type { ManagedHub, PlexSection } from '../model.ts';
import { type Answer, badRequest, document, done, notFound } from '../wire/answer.ts';
import { container, type Element, element } from '../wire/element.ts';
import { parseQuery } from '../wire/query.ts';
import { type PlexRequest, wholeNumber } from '../wire/request.ts';
import { collectionItems } from '../world/members.ts';
import { mayRead, useOf, type World } from '../world/world.ts';
import { eyesOf, findSection, listAttributes } from './find.ts';
import {
  get,
  getAsOwner,
  type Handler,
  postAsOwner,
  putAsOwner,
  type Route,
  removeAsOwner,
} from './route.ts';

const inSection =
  (answer: (section: PlexSection, request: PlexRequest, world: World) => Answer): Handler =>
  (request, world) => {
    const section = findSection(request, world);
    return section ? answer(section, request, world) : notFound;
  };

const hubName = (sectionId: number, collection: number | string): string =>
  `custom.collection.${sectionId}.${collection}`;

const managed = inSection((section, { query }, world) => {
  const only = query.get('metadataItemId');
  const hubs = world.state.hubs.filter(
    (hub) =>
      hub.sectionId === section.id && (only === undefined || hub.identifier === hubName(section.id, only)),
  );
  return document(container({ identifier: 'com.plexapp.plugins.library' }, hubs.map(describeHub)));
});

const promote = (hub: ManagedHub, { query }: PlexRequest): void => {
  const wish = (name: string, before: boolean) => (query.has(name) ? query.get(name) === '1' : before);
  hub.promotedToRecommended = wish('promotedToRecommended', hub.promotedToRecommended);
  hub.promotedToOwnHome = wish('promotedToOwnHome', hub.promotedToOwnHome);
  hub.promotedToSharedHome = wish('promotedToSharedHome', hub.promotedToSharedHome);
};

const manage = inSection((section, request, world) => {
  const key = wholeNumber(request.query.get('metadataItemId'));
  const collection = key === undefined ? undefined : world.collection(key);
  if (!collection || collection.sectionId !== section.id) return key === undefined ? badRequest : notFound;
  const identifier = hubName(section.id, collection.ratingKey);
  const there = world.state.hubs.find((hub) => hub.identifier === identifier);
  const hub = there ?? {
    identifier,
    sectionId: section.id,
    title: collection.title,
    promotedToRecommended: false,
    promotedToOwnHome: false,
    promotedToSharedHome: false,
    deletable: true,
  };
  if (!there) world.state.hubs.push(hub);
  promote(hub, request);
  world.changed();
  return done;
});

const onHub = (answer: (hub: ManagedHub, request: PlexRequest, world: World) => Answer): Handler =>
  inSection((section, request, world) => {
    const hub = world.state.hubs.find(
      (one) => one.sectionId === section.id && one.identifier === request.parts.hub,
    );
    return hub ? answer(hub, request, world) : notFound;
  });

const move = onHub((hub, { query }, world) => {
  const after = query.get('after');
  const moved = moveRow(
    world.state.hubs,
    (one) => one === hub,
    after === undefined ? undefined : (one) => one.identifier === after && one.sectionId === hub.sectionId,
  );
  if (!moved) return notFound;
  world.changed();
  return done;
});

interface Row {
  id: string;
  title: string;
  items: Listed[];
}

const describeRow = (
  row: Row,
  section: PlexSection | undefined,
  eyes: Eyes,
  query: PlexRequest['query'],
): Element => {
  const view = listView(eyes, query);
  const shown = row.items.slice(0, wholeNumber(query.get('count')) ?? 12);
  return element(
    'Hub',
    {
      hubIdentifier: row.id,
      hubKey: `/library/metadata/${shown.map(({ ratingKey }) => ratingKey).join(',')}`,
      key: section ? `/library/sections/${section.id}/all` : '/hubs',
      title: row.title,
      type: section?.kind ?? 'mixed',
      context: row.id,
      size: shown.length,
      more: row.items.length > shown.length,
      style: 'shelf',
      promoted: true,
      librarySectionID: section?.id,
    },
    shown.map((item) => describeListed(item, view)),
  );
};

const rowsOf = (section: PlexSection, eyes: Eyes): Row[] => {
  const started = (item: Listed) => (useOf(item, eyes.account).viewOffset ?? 0) > 0;
  const leafType = { movie: 'type=1', show: 'type=4', artist: 'type=10' }[section.kind];
  const promoted = eyes.world.state.hubs.flatMap((hub): Row[] => {
    const key = wholeNumber(/^custom\.collection\.\d+\.(\d+)$/.exec(hub.identifier)?.[1]);
    const collection =
      key === undefined || hub.sectionId !== section.id ? undefined : eyes.world.collection(key);
    return collection && hub.promotedToRecommended
      ? [{ id: hub.identifier, title: collection.title, items: collectionItems(collection, eyes) }]
      : [];
  });
  return [
    {
      id: `${section.kind}.inprogress`,
      title: 'Continue Watching',
      items: listSection(section, parseQuery(`${leafType}&sort=lastViewedAt:desc`), eyes).filter(started),
    },
    {
      id: `${section.kind}.recentlyadded`,
      title: `Recently Added ${section.title}`,
      items: listSection(section, parseQuery('sort=addedAt:desc'), eyes),
    },
    ...promoted,
  ].filter(({ items }) => items.length > 0);
};

const readable = (request: PlexRequest, world: World): PlexSection[] =>
  world.state.sections.filter(({ id }) => mayRead(request.account, id));

const search: Handler = (request, world) => {
  const eyes = eyesOf(request, world);
  const title = encodeURIComponent(request.query.get('query') ?? '');
  const hubs = readable(request, world).flatMap((section) =>
    (['1', '2', '4', '8', '9', '10', '18'] as const).flatMap((type) => {
      const items = listSection(section, parseQuery(`type=${type}&title=${title}`), eyes);
      const kind = items[0]?.kind;
      if (title === '' || kind === undefined) return [];
      return [describeRow({ id: kind, title: section.title, items }, section, eyes, request.query)];
    }),
  );
  return document(container({ identifier: 'com.plexapp.plugins.library' }, hubs));
};

export const hubRoutes: Route[] = [
  getAsOwner('/hubs/sections/{section}/manage', managed),
  postAsOwner('/hubs/sections/{section}/manage', manage),
  removeAsOwner(
    '/hubs/sections/{section}/manage',
    inSection((section, _request, world) => {
      world.state.hubs = world.state.hubs.filter((hub) => hub.sectionId !== section.id || !hub.deletable);
      world.changed();
      return done;
    }),
  ),
  putAsOwner(
    '/hubs/sections/{section}/manage/{hub}',
    onHub((hub, request, world) => {
      promote(hub, request);
      world.changed();
      return done;
    }),
  ),
  removeAsOwner(
    '/hubs/sections/{section}/manage/{hub}',
    onHub((hub, _request, world) => {
      if (!hub.deletable) return badRequest;
      world.state.hubs = world.state.hubs.filter((one) => one !== hub);
      world.changed();
      return done;
    }),
  ),
  putAsOwner('/hubs/sections/{section}/manage/{hub}/move', move),
  get(
    '/hubs/sections/{section}',
    inSection((section, request, world) => {
      const eyes = eyesOf(request, world);
      const rows = rowsOf(section, eyes).map((row) => describeRow(row, section, eyes, request.query));
      return document(container(listAttributes(world, section), rows));
    }),
  ),
  get('/hubs', (request, world) => {
    const eyes = eyesOf(request, world);
    const rows = readable(request, world).flatMap((section) =>
      rowsOf(section, eyes).map((row) => describeRow(row, section, eyes, request.query)),
    );
    return document(container(listAttributes(world), rows));
  }),
  get('/hubs/search', search),
  get('/hubs/sections/{section}/continueWatching/items', (request, world) => {
    const section = findSection(request, world);
    return section ? continueWatching(request, world, [section]) : notFound;
  }),
  get('/hubs/continueWatching/items', (request, world) => continueWatching(request, world)),
  get('/library/onDeck', (request, world) => continueWatching(request, world)),
];

const continueWatching = (
  request: PlexRequest,
  world: World,
  sections: PlexSection[] = readable(request, world),
): Answer => {
  const eyes = eyesOf(request, world);
  const view = listView(eyes, request.query);
  const items = sections
    .flatMap((section) => rowsOf(section, eyes).filter(({ id }) => id.endsWith('.inprogress')))
    .flatMap((row) => row.items);
  return document(
    container(
      listAttributes(world),
      items.map((item) => describeListed(item, view)),
    ),
  );
};
