import type { PictureType } from '../model.ts';
import { parseQuery } from '../wire/query.ts';
import type { RecordedRequest } from './trace.ts';

export interface RecordedPictureTypes {
  /** What an item showed before anything was uploaded to it. */
  original: Map<number, PictureType>;
  /** What a certain upload turned out to be when it was read back: by item and upload number. */
  uploads: Map<string, PictureType>;
}

const pictureType = (text: string | undefined): PictureType | undefined =>
  (['image/jpeg', 'image/png', 'image/webp'] as const).find((type) => type === text);

const keyIn = (path: string): number => Number(/^\/library\/metadata\/(\d+)/.exec(path)?.[1] ?? -1);

export const uploadName = (key: number, number: number): string => `${key}/${number}`;

/** Reads the kinds of pictures out of the recorded answers to later downloads. */
export const recordedPictureTypes = (requests: readonly RecordedRequest[]): RecordedPictureTypes => {
  const types: RecordedPictureTypes = { original: new Map(), uploads: new Map() };
  for (const { method, path, query, resp_type } of requests) {
    const type = pictureType(resp_type);
    if (method !== 'GET' || !type) continue;
    const version = Number(/\/thumb\/17000*(\d+)$/.exec(path)?.[1] ?? 0);
    const named = /^upload:\/\/\w+\/(\d+)$/.exec(parseQuery(query).get('url') ?? '');
    const number = path.endsWith('/file') ? Number(named?.[1] ?? 1) : version;
    if (number > 1) types.uploads.set(uploadName(keyIn(path), number), type);
    else types.original.set(keyIn(path), type);
  }
  return types;
};
