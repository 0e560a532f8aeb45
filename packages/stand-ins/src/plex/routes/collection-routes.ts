import { describeCollection } from '../describe/collection.ts';
import { fullView, listView } from '../describe/eyes.ts';
import { describeItem } from '../describe/item.ts';
import { leaveCollection, removeCollection } from '../edits/collection-membership.ts';
import { editOwners } from '../edits/edit-owners.ts';
import { newCollection } from '../edits/new-collection.ts';
import { itemsOfUri } from '../edits/playlists.ts';
import { moveRow } from '../edits/reorder.ts';
import type { ItemKind, PlexCollection } from '../model.ts';
import { type Answer, badRequest, document, done, notFound } from '../wire/answer.ts';
import { container } from '../wire/element.ts';
import { pagedContainer } from '../wire/paging.ts';
import { type PlexRequest, wholeNumber } from '../wire/request.ts';
import { announce } from '../world/announce.ts';
import { collectionItems } from '../world/members.ts';
import { typeNames } from '../world/titles.ts';
import type { World } from '../world/world.ts';
import { eyesOf, findCollection, listAttributes } from './find.ts';
import { get, type Handler, postAsOwner, putAsOwner, type Route, removeAsOwner } from './route.ts';

const onCollection =
  (answer: (collection: PlexCollection, request: PlexRequest, world: World) => Answer): Handler =>
  (request, world) => {
    const collection = findCollection(request, world);
    return collection ? answer(collection, request, world) : notFound;
  };

const described = (collection: PlexCollection, request: PlexRequest, world: World): Answer =>
  document(
    container(listAttributes(world, world.section(collection.sectionId)), [
      describeCollection(collection, fullView(eyesOf(request, world), request.query)),
    ]),
  );

const members = onCollection((collection, request, world) => {
  const view = listView(eyesOf(request, world), request.query);
  const attributes = listAttributes(world, world.section(collection.sectionId));
  return document(
    pagedContainer(collectionItems(collection, view), request, attributes, (item) =>
      describeItem(item, view),
    ),
  );
});

const isItemKind = (name: string | undefined): name is ItemKind =>
  name !== undefined && name !== 'collection' && name !== 'playlist';

const create: Handler = (request, world) => {
  const { query } = request;
  const section = world.section(wholeNumber(query.get('sectionId')) ?? -1);
  const title = query.get('title');
  const uri = query.get('uri') ?? '';
  if (!section || !title) return badRequest;
  const subtype = typeNames.get(wholeNumber(query.get('type')) ?? -1);
  const smart = query.get('smart') === '1';
  const collection = newCollection(world, {
    title,
    sectionId: section.id,
    subtype: isItemKind(subtype) ? subtype : section.kind,
    ...(smart
      ? { content: uri }
      : { members: itemsOfUri(uri, eyesOf(request, world)).map(({ ratingKey }) => ratingKey) }),
  });
  announce(world, collection, 0);
  return described(collection, request, world);
};

const wholeSetting = (text: string | undefined, known: readonly number[]): number | undefined =>
  known.find((one) => String(one) === text);

const setPreferences = onCollection((collection, { query }, world) => {
  collection.mode = wholeSetting(query.get('collectionMode'), [-1, 0, 1, 2]) ?? collection.mode;
  collection.sort = wholeSetting(query.get('collectionSort'), [0, 1, 2]) ?? collection.sort;
  const other = query.get('collectionFilterBasedOnUser');
  if (other !== undefined) collection.preferences.collectionFilterBasedOnUser = other;
  announce(world, collection, 5);
  return done;
});

const changeItems = onCollection((collection, request, world) => {
  const uri = request.query.get('uri');
  if (uri === undefined) return badRequest;
  if (collection.content !== undefined) collection.content = uri;
  else {
    const fresh = itemsOfUri(uri, eyesOf(request, world)).map(({ ratingKey }) => ratingKey);
    collection.members = [...new Set([...collection.members, ...fresh])];
  }
  collection.updatedAt = world.now();
  announce(world, collection, 5);
  return described(collection, request, world);
});

export const collectionRoutes: Route[] = [
  postAsOwner('/library/collections', create),
  get('/library/collections/{key}', onCollection(described)),
  putAsOwner(
    '/library/collections/{key}',
    onCollection((collection, { query, account }, world) => {
      editOwners(world, [collection], query, account);
      return done;
    }),
  ),
  removeAsOwner(
    '/library/collections/{key}',
    onCollection((collection, _request, world) => {
      removeCollection(world, collection);
      announce(world, collection, 9);
      return done;
    }),
  ),
  get('/library/collections/{key}/children', members),
  get('/library/collections/{key}/items', members),
  putAsOwner('/library/collections/{key}/prefs', setPreferences),
  putAsOwner('/library/collections/{key}/items', changeItems),
  removeAsOwner(
    '/library/collections/{key}/items/{member}',
    onCollection((collection, { parts }, world) => {
      const member = wholeNumber(parts.member) ?? -1;
      if (!collection.members.includes(member)) return notFound;
      leaveCollection(world, collection, member);
      announce(world, collection, 5);
      return done;
    }),
  ),
  putAsOwner(
    '/library/collections/{key}/items/{member}/move',
    onCollection((collection, { parts, query }, world) => {
      const after = query.get('after');
      const moved = moveRow(
        collection.members,
        (key) => String(key) === parts.member,
        after === undefined ? undefined : (key) => String(key) === after,
      );
      if (!moved) return notFound;
      announce(world, collection, 5);
      return done;
    }),
  ),
];
