import { z } from 'zod';
import { flag, integerOrNull, text, textOrNull, timeOrNull } from '../reply/fields.ts';
import { pageOf } from '../reply/page.ts';

const playlistTypes = ['audio', 'video', 'photo'] as const;
export type PlaylistType = (typeof playlistTypes)[number];

export const PlexPlaylist = z.object({
  ratingKey: text,
  key: textOrNull,
  guid: textOrNull,
  title: text,
  summary: textOrNull,
  smart: flag,
  playlistType: z.enum(playlistTypes),
  leafCount: integerOrNull,
  duration: integerOrNull,
  composite: textOrNull,
  thumb: textOrNull,
  /** The question behind a smart playlist; `readContentUri` explains it. */
  content: textOrNull,
  addedAt: timeOrNull,
  updatedAt: timeOrNull,
  lastViewedAt: timeOrNull,
});
export type PlexPlaylist = z.output<typeof PlexPlaylist>;

export const PlaylistPage = pageOf(PlexPlaylist);
