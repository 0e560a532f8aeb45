import { fullView, listView } from '../describe/eyes.ts';
import { describeItem } from '../describe/item.ts';
import { describeListed, describeOwner } from '../describe/listed.ts';
import { removeCollection } from '../edits/collection-membership.ts';
import { deleteItem } from '../edits/delete-item.ts';
import { editOwners } from '../edits/edit-owners.ts';
import type { PlexItem } from '../model.ts';
import { type Answer, document, done, notFound } from '../wire/answer.ts';
import { container, type Element, element } from '../wire/element.ts';
import { pagedContainer } from '../wire/paging.ts';
import { type PlexRequest, wholeNumber } from '../wire/request.ts';
import { announce } from '../world/announce.ts';
import { collectionItems } from '../world/members.ts';
import { similarItems } from '../world/similar.ts';
import { leavesOf, type World } from '../world/world.ts';
import { eyesOf, findItem, findOwner, listAttributes, ownersNamed } from './find.ts';
import { get, getAsOwner, type Handler, putAsOwner, type Route, removeAsOwner } from './route.ts';

const onItem =
  (answer: (item: PlexItem, request: PlexRequest, world: World) => Answer): Handler =>
  (request, world) => {
    const item = findItem(request, world);
    return item ? answer(item, request, world) : notFound;
  };

const itemList = (items: readonly PlexItem[], of: PlexItem, request: PlexRequest, world: World): Answer => {
  const view = listView(eyesOf(request, world), request.query);
  const attributes = {
    ...listAttributes(world, world.section(of.sectionId)),
    key: String(of.ratingKey),
    parentTitle: of.title,
    parentYear: of.year,
    title1: world.section(of.sectionId)?.title,
    title2: of.title,
  };
  return document(pagedContainer(items, request, attributes, (item) => describeItem(item, view)));
};

const childrenOf: Handler = (request, world) => {
  const owner = findOwner(request, world);
  if (owner?.kind !== 'collection')
    return onItem((item) => itemList(world.children(item.ratingKey), item, request, world))(request, world);
  const view = listView(eyesOf(request, world), request.query);
  const members = collectionItems(owner, view);
  const attributes = listAttributes(world, world.section(owner.sectionId));
  return document(pagedContainer(members, request, attributes, (item) => describeListed(item, view)));
};

const acknowledged = onItem((item, _request, world) => {
  announce(world, item, 5);
  return done;
});

export const metadataRoutes: Route[] = [
  get('/library/metadata/{key}', (request, world) => {
    const owners = ownersNamed(request.parts.key, request, world);
    if (owners.length === 0) return notFound;
    const view = fullView(eyesOf(request, world), request.query);
    const first = owners[0];
    const section = first && first.kind !== 'playlist' ? world.section(first.sectionId) : undefined;
    return document(
      container(
        listAttributes(world, section),
        owners.map((owner) => describeOwner(owner, view)),
      ),
    );
  }),
  putAsOwner('/library/metadata/{key}', (request, world) => {
    const owners = ownersNamed(request.parts.key, request, world);
    if (owners.length === 0) return notFound;
    editOwners(world, owners, request.query, request.account);
    return done;
  }),
  removeAsOwner('/library/metadata/{key}', (request, world) => {
    const owner = findOwner(request, world);
    if (!owner || owner.kind === 'playlist') return notFound;
    if (owner.kind === 'collection') {
      removeCollection(world, owner);
      announce(world, owner, 9);
    } else deleteItem(world, owner);
    return done;
  }),
  get('/library/metadata/{key}/children', childrenOf),
  get(
    '/library/metadata/{key}/allLeaves',
    onItem((item, request, world) => itemList(leavesOf(world, item), item, request, world)),
  ),
  get(
    '/library/metadata/{key}/similar',
    onItem((item, request, world) => itemList(similarItems(world, item), item, request, world)),
  ),
  get(
    '/library/metadata/{key}/related',
    onItem((item, request, world) => {
      const view = listView(eyesOf(request, world), request.query);
      const similar = similarItems(world, item).slice(0, 10);
      const hub = element(
        'Hub',
        {
          hubIdentifier: `${item.kind}.similar`,
          hubKey: `/library/metadata/${similar.map(({ ratingKey }) => ratingKey).join(',')}`,
          key: `/library/metadata/${item.ratingKey}/similar`,
          title: 'More Like This',
          type: item.kind,
          context: 'hub.similar',
          size: similar.length,
          more: false,
        },
        similar.map((one) => describeItem(one, view)),
      );
      return document(
        container({ identifier: 'com.plexapp.plugins.library' }, similar.length > 0 ? [hub] : []),
      );
    }),
  ),
  get(
    '/library/metadata/{key}/nearest',
    onItem((item, request, world) => {
      const limit = wholeNumber(request.query.get('limit')) ?? 50;
      const near = (item.nearest ?? []).flatMap((key) => world.item(key) ?? []);
      const chosen = near.length > 0 ? near : similarItems(world, item);
      return itemList(chosen.slice(0, Math.max(0, limit)), item, request, world);
    }),
  ),
  getAsOwner(
    '/library/metadata/{key}/matches',
    onItem((item, request, world) => document(container({}, describeMatches(item, request, world)))),
  ),
  putAsOwner('/library/metadata/{key}/prefs', (request, world) => {
    const owner = findOwner(request, world);
    if (!owner || owner.kind === 'playlist') return notFound;
    for (const { name, value } of request.query.list)
      if (!name.startsWith('X-Plex-')) owner.preferences[name] = value;
    announce(world, owner, 5);
    return done;
  }),
  putAsOwner('/library/metadata/{key}/refresh', (request, world) => {
    const owner = findOwner(request, world);
    if (!owner) return notFound;
    announce(world, owner, 5);
    return done;
  }),
  putAsOwner('/library/metadata/{key}/analyze', acknowledged),
  putAsOwner('/library/metadata/{key}/unmatch', acknowledged),
  putAsOwner('/library/metadata/{key}/match', acknowledged),
  putAsOwner(
    '/library/metadata/{key}/split',
    onItem((item, _request, world) => {
      splitVersions(world, item);
      return done;
    }),
  ),
  putAsOwner(
    '/library/metadata/{key}/merge',
    onItem((item, request, world) => {
      for (const other of ownersNamed(request.query.get('ids'), request, world)) {
        if (other.kind !== item.kind || other === item) continue;
        item.media.push(...other.media);
        deleteItem(world, other);
      }
      announce(world, item, 5);
      return done;
    }),
  ),
];

/** Candidates by title or, as in `tmdb-603`, by the number another database gave. */
const describeMatches = (item: PlexItem, request: PlexRequest, world: World): Element[] => {
  const wanted = (request.query.get('title') ?? item.title).toLowerCase();
  return world.state.items
    .filter(
      (one) =>
        one.kind === item.kind &&
        (one.title.toLowerCase().includes(wanted) ||
          one.externalGuids.some((guid) => guid.replace('://', '-').toLowerCase() === wanted)),
    )
    .map((one) =>
      element('SearchResult', {
        guid: one.guid,
        name: one.title,
        score: 100,
        year: one.year,
        type: one.kind,
      }),
    );
};

/** Every version but the first becomes an item of its own. */
const splitVersions = (world: World, item: PlexItem): void => {
  const [first, ...others] = item.media;
  if (!first || others.length === 0) return;
  item.media = [first];
  for (const media of others) {
    const ratingKey = world.takeRatingKey();
    const twin = { ...structuredClone(item), ratingKey, media: [media], use: {} };
    world.state.items.push(twin);
    world.reindex();
    announce(world, twin, 0);
  }
  announce(world, item, 5);
};
