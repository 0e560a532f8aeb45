import { fullView, listView } from '../describe/eyes.ts';
import { describeItem } from '../describe/item.ts';
import { describePlaylist } from '../describe/playlist.ts';
import { editOwners } from '../edits/edit-owners.ts';
import { addEntries, newPlaylist, playable } from '../edits/playlists.ts';
import { moveRow } from '../edits/reorder.ts';
import { textMatches } from '../filters/operators.ts';
import type { PlaylistKind, PlexPlaylist } from '../model.ts';
import { type Answer, badRequest, document, done, notFound } from '../wire/answer.ts';
import { container } from '../wire/element.ts';
import { pagedContainer } from '../wire/paging.ts';
import { type PlexRequest, wholeNumber } from '../wire/request.ts';
import { announce } from '../world/announce.ts';
import { playlistItems } from '../world/members.ts';
import { sortTitleOf } from '../world/titles.ts';
import type { World } from '../world/world.ts';
import { eyesOf, findPlaylist, listAttributes } from './find.ts';
import { get, type Handler, post, put, type Route, remove } from './route.ts';

const onPlaylist =
  (answer: (playlist: PlexPlaylist, request: PlexRequest, world: World) => Answer): Handler =>
  (request, world) => {
    const playlist = findPlaylist(request, world);
    return playlist ? answer(playlist, request, world) : notFound;
  };

const onPlainPlaylist = (answer: Parameters<typeof onPlaylist>[0]): Handler =>
  onPlaylist((playlist, request, world) =>
    playlist.content === undefined ? answer(playlist, request, world) : badRequest,
  );

const described = (playlist: PlexPlaylist, request: PlexRequest, world: World): Answer =>
  document(container({}, [describePlaylist(playlist, fullView(eyesOf(request, world), request.query))]));

const kindIn = (text: string | undefined): PlaylistKind | undefined =>
  (['audio', 'video', 'photo'] as const).find((kind) => kind === text);

const comesFrom = (playlist: PlexPlaylist, sectionId: string, request: PlexRequest, world: World): boolean =>
  playlistItems(playlist, eyesOf(request, world)).some(({ item }) => String(item.sectionId) === sectionId);

const sortKeys = new Map<string, (playlist: PlexPlaylist) => string | number>([
  ['addedAt', ({ addedAt }) => addedAt],
  ['updatedAt', ({ updatedAt }) => updatedAt],
]);

const sortPlaylists = (playlists: PlexPlaylist[], sort: string | undefined): PlexPlaylist[] => {
  const [name = '', direction] = (sort ?? '').split(':');
  const key = sortKeys.get(name) ?? sortTitleOf;
  const sorted = [...playlists].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return typeof left === 'number' && typeof right === 'number'
      ? left - right
      : String(left).localeCompare(String(right));
  });
  return direction === 'desc' ? sorted.reverse() : sorted;
};

const list: Handler = (request, world) => {
  const { query, account } = request;
  const kind = kindIn(query.get('playlistType'));
  const sectionId = query.get('sectionID');
  const smart = query.get('smart');
  const titles = query.list.filter(({ name }) => name === 'title');
  const found = world.state.playlists.filter(
    (playlist) =>
      playlist.owner === account.id &&
      (kind === undefined || playlist.playlistKind === kind) &&
      (smart === undefined || (smart === '1') === (playlist.content !== undefined)) &&
      titles.every(({ operator, value }) => textMatches([playlist.title], operator, value)) &&
      (sectionId === undefined || comesFrom(playlist, sectionId, request, world)),
  );
  const view = listView(eyesOf(request, world), query);
  return document(
    pagedContainer(sortPlaylists(found, query.get('sort')), request, {}, (one) =>
      describePlaylist(one, view),
    ),
  );
};

const create: Handler = (request, world) => {
  const { query } = request;
  const title = query.get('title');
  const uri = query.get('uri');
  if (!title || uri === undefined) return badRequest;
  const wanted = { title, uri, kind: kindIn(query.get('type')), smart: query.get('smart') === '1' };
  const playlist = newPlaylist(wanted, eyesOf(request, world));
  announce(world, playlist, 0);
  return described(playlist, request, world);
};

const items = onPlaylist((playlist, request, world) => {
  const view = listView(eyesOf(request, world), request.query);
  const attributes = {
    ...listAttributes(world),
    composite: `/playlists/${playlist.ratingKey}/composite/${playlist.updatedAt}`,
    leafCount: playlistItems(playlist, view).length,
    playlistType: playlist.playlistKind,
    ratingKey: String(playlist.ratingKey),
    smart: playlist.content !== undefined,
    title: playlist.title,
  };
  return document(
    pagedContainer(playlistItems(playlist, view), request, attributes, ({ item, playlistItemId }) =>
      describeItem(item, view, { playlistItemID: playlistItemId }),
    ),
  );
});

const changeItems = onPlaylist((playlist, request, world) => {
  const uri = request.query.get('uri');
  if (uri === undefined) return badRequest;
  if (playlist.content !== undefined) {
    playlist.content = uri;
    playlist.updatedAt = world.now();
  } else addEntries(world, playlist, playable(uri, eyesOf(request, world)));
  announce(world, playlist, 5);
  return described(playlist, request, world);
});

const edit = onPlaylist((playlist, { query, account }, world) => {
  playlist.title = query.get('title') || playlist.title;
  playlist.summary = query.get('summary') ?? playlist.summary ?? '';
  editOwners(world, [playlist], query, account);
  return done;
});

export const playlistRoutes: Route[] = [
  get('/playlists', list),
  get('/playlists/all', list),
  post('/playlists', create),
  get('/playlists/{key}', onPlaylist(described)),
  put('/playlists/{key}', edit),
  remove(
    '/playlists/{key}',
    onPlaylist((playlist, _request, world) => {
      world.state.playlists = world.state.playlists.filter((one) => one !== playlist);
      announce(world, playlist, 9);
      return done;
    }),
  ),
  get('/playlists/{key}/items', items),
  put('/playlists/{key}/items', changeItems),
  remove(
    '/playlists/{key}/items',
    onPlainPlaylist((playlist, _request, world) => {
      playlist.entries = [];
      announce(world, playlist, 5);
      return done;
    }),
  ),
  remove(
    '/playlists/{key}/items/{entry}',
    onPlainPlaylist((playlist, { parts }, world) => {
      const entry = wholeNumber(parts.entry);
      const left = playlist.entries.filter(({ playlistItemId }) => playlistItemId !== entry);
      if (left.length === playlist.entries.length) return notFound;
      playlist.entries = left;
      announce(world, playlist, 5);
      return done;
    }),
  ),
  put(
    '/playlists/{key}/items/{entry}/move',
    onPlainPlaylist((playlist, { parts, query }, world) => {
      const after = query.get('after');
      const moved = moveRow(
        playlist.entries,
        ({ playlistItemId }) => String(playlistItemId) === parts.entry,
        after === undefined ? undefined : ({ playlistItemId }) => String(playlistItemId) === after,
      );
      if (!moved) return notFound;
      announce(world, playlist, 5);
      return done;
    }),
  ),
];
