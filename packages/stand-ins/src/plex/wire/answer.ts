import type { PictureBytes } from '../model.ts';
import type { Element } from './element.ts';

export type Answer =
  | { kind: 'document'; root: Element; status: number }
  /** Most writes: nothing to say but that it worked. */
  | { kind: 'empty'; status: number }
  | { kind: 'picture'; picture: PictureBytes }
  /** Plex refuses with a little HTML page. */
  | { kind: 'refusal'; status: number };

export const document = (root: Element, status = 200): Answer => ({ kind: 'document', root, status });
export const done: Answer = { kind: 'empty', status: 200 };
export const picture = (bytes: PictureBytes): Answer => ({ kind: 'picture', picture: bytes });
export const badRequest: Answer = { kind: 'refusal', status: 400 };
export const unauthorized: Answer = { kind: 'refusal', status: 401 };
export const forbidden: Answer = { kind: 'refusal', status: 403 };
export const notFound: Answer = { kind: 'refusal', status: 404 };
