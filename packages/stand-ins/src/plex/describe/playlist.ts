import type { PlexPlaylist } from '../model.ts';
import { type Element, element } from '../wire/element.ts';
import { playlistItems } from '../world/members.ts';
import type { View } from './eyes.ts';
import { pictureAttributes } from './pictures.ts';

export const describePlaylist = (playlist: PlexPlaylist, view: View): Element => {
  const items = playlistItems(playlist, view).map(({ item }) => item);
  return element(
    'Playlist',
    {
      ratingKey: String(playlist.ratingKey),
      key: `/playlists/${playlist.ratingKey}/items`,
      guid: playlist.guid,
      type: 'playlist',
      title: playlist.title,
      titleSort: playlist.titleSort,
      summary: playlist.summary ?? '',
      smart: playlist.content !== undefined,
      content: playlist.content,
      playlistType: playlist.playlistKind,
      composite: `/playlists/${playlist.ratingKey}/composite/${playlist.updatedAt}`,
      duration: items.reduce((sum, { duration }) => sum + (duration ?? 0), 0),
      leafCount: items.length,
      addedAt: playlist.addedAt,
      updatedAt: playlist.updatedAt,
      ...pictureAttributes(playlist),
    },
    view.full ? playlist.locked.map((name) => element('Field', { locked: true, name })) : [],
  );
};
