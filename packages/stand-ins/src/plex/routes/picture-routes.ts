import { pictureKindOf } from '../describe/pictures.ts';
import { dropPicture, pictureTypeOf, readPicture, selectPicture, uploadPicture } from '../edits/pictures.ts';
import type { PictureBytes, PictureKind, PictureOwner } from '../model.ts';
import { type Answer, badRequest, document, done, notFound, picture } from '../wire/answer.ts';
import { container, type Element, element } from '../wire/element.ts';
import { parseQuery } from '../wire/query.ts';
import { type PlexRequest, wholeNumber } from '../wire/request.ts';
import type { World } from '../world/world.ts';
import { findOwner, ownersNamed } from './find.ts';
import { get, postAsOwner, putAsOwner, type Route, removeAsOwner } from './route.ts';

/** Plex lists under the plural and selects under the singular. */
const shelves: [string, string, PictureKind][] = [
  ['posters', 'poster', 'poster'],
  ['arts', 'art', 'art'],
  ['clearLogos', 'clearLogo', 'clearLogo'],
  ['squareArts', 'squareArt', 'squareArt'],
  ['themes', 'theme', 'theme'],
];

const served = (found: PictureBytes | undefined): Answer => (found ? picture(found) : notFound);

const filePath = (owner: PictureOwner, key: string): string =>
  `/library/metadata/${owner.ratingKey}/file?url=${encodeURIComponent(key)}`;

const listPictures = (owner: PictureOwner, kind: PictureKind): Element => {
  const set = owner.pictures[kind];
  return container(
    { identifier: 'com.plexapp.plugins.library' },
    (set?.choices ?? []).map(({ key, provider }) =>
      element('Photo', {
        key: filePath(owner, key),
        provider,
        ratingKey: key,
        selected: key === set?.selected,
        thumb: filePath(owner, key),
      }),
    ),
  );
};

const ownPicture = /\/library\/metadata\/(\d+)\/(?:(file)\?(.*)|(\w+)\/\d+)/;

/** A picture of this very server named by url, whatever host name the client reached it under. */
const readOwnUrl = async (
  url: string,
  request: PlexRequest,
  world: World,
): Promise<PictureBytes | undefined> => {
  const found = ownPicture.exec(url);
  if (!found) return undefined;
  const [, key, isFile, query = '', pathName = ''] = found;
  const owner = ownersNamed(key, request, world)[0];
  if (!owner) return undefined;
  if (isFile) return readByKey(world, owner, parseQuery(query).get('url') ?? '');
  const kind = pictureKindOf(pathName);
  return kind && readChosen(world, owner, kind);
};

const readByKey = async (
  world: World,
  owner: PictureOwner,
  key: string,
): Promise<PictureBytes | undefined> => {
  for (const [, , kind] of shelves) {
    const found = await readPicture(world, owner, kind, key);
    if (found) return found;
  }
  return undefined;
};

const readChosen = async (
  world: World,
  owner: PictureOwner,
  kind: PictureKind,
): Promise<PictureBytes | undefined> => {
  const selected = owner.pictures[kind]?.selected;
  return selected === undefined ? undefined : readPicture(world, owner, kind, selected);
};

const uploadedBytes = async (request: PlexRequest, world: World): Promise<Uint8Array | undefined> => {
  const url = request.query.get('url');
  if (url === undefined) return request.body;
  return (await readOwnUrl(url, request, world))?.bytes ?? (await world.fetchPicture(url));
};

const upload =
  (kind: PictureKind) =>
  async (request: PlexRequest, world: World): Promise<Answer> => {
    const owner = findOwner(request, world);
    if (!owner) return notFound;
    const bytes = await uploadedBytes(request, world);
    const contentType = bytes && pictureTypeOf(bytes);
    if (!bytes || !contentType) return badRequest;
    await uploadPicture(world, owner, kind, bytes, contentType);
    return done;
  };

const select =
  (kind: PictureKind) =>
  async (request: PlexRequest, world: World): Promise<Answer> => {
    const owner = findOwner(request, world);
    const url = request.query.get('url');
    if (!owner || url === undefined) return owner ? badRequest : notFound;
    const key = /[?&]url=([^&]*)/.exec(url)?.[1];
    const named = key === undefined ? url : (parseQuery(`url=${key}`).get('url') ?? '');
    return selectPicture(world, owner, kind, named) ? done : notFound;
  };

const drop = (kind: PictureKind) => (request: PlexRequest, world: World) => {
  const owner = findOwner(request, world);
  if (!owner) return notFound;
  dropPicture(world, owner, kind);
  return done;
};

/** Collections and playlists show a mosaic until somebody gives them a picture. */
const composite = async (request: PlexRequest, world: World): Promise<Answer> => {
  const owner = findOwner(request, world);
  if (!owner) return notFound;
  return served(
    (await readChosen(world, owner, 'poster')) ?? (await world.images(owner, 'poster', 'composite')),
  );
};

export const pictureRoutes: Route[] = [
  ...shelves.flatMap(([plural, singular, kind]) => [
    get(`/library/metadata/{key}/${plural}`, (request, world) => {
      const owner = findOwner(request, world);
      return owner ? document(listPictures(owner, kind)) : notFound;
    }),
    postAsOwner(`/library/metadata/{key}/${plural}`, upload(kind)),
    putAsOwner(`/library/metadata/{key}/${singular}`, select(kind)),
    removeAsOwner(`/library/metadata/{key}/${kind === 'poster' ? 'thumb' : singular}`, drop(kind)),
  ]),
  get('/library/metadata/{key}/file', async (request, world) => {
    const owner = findOwner(request, world);
    const url = request.query.get('url');
    return owner && url !== undefined ? served(await readByKey(world, owner, url)) : notFound;
  }),
  get('/library/metadata/{key}/composite/{version}', composite),
  get('/library/collections/{key}/composite/{version}', composite),
  get('/playlists/{key}/composite/{version}', composite),
  get('/library/metadata/{key}/{picture}/{version}', async (request, world) => {
    const owner = findOwner(request, world);
    const kind = pictureKindOf(request.parts.picture ?? '');
    return owner && kind ? served(await readChosen(world, owner, kind)) : notFound;
  }),
  get('/photo/:/transcode', async (request, world) => {
    const { query } = request;
    const found = await readOwnUrl(query.get('url') ?? '', request, world);
    if (!found) return notFound;
    const side = (name: string) => Math.min(Math.max(wholeNumber(query.get(name)) ?? 0, 1), 4000);
    const box = { width: side('width'), height: side('height'), fill: query.get('minSize') === '1' };
    return picture(await world.shrinkPicture(found, box));
  }),
];
