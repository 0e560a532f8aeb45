import type { PictureBytes } from '../model.ts';

/** Keeps what clients upload; beside the state file, or in memory when there is none. */
export interface UploadStore {
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | undefined>;
}

/** Somebody else's picture, named by a client's `url=`; nothing when it can not be had. */
export type FetchPicture = (url: string) => Promise<Uint8Array | undefined>;

/** Makes a picture fit a box; a client asks for small ones in long lists. */
export type ShrinkPicture = (picture: PictureBytes, box: PictureBox) => Promise<PictureBytes>;

interface PictureBox {
  width: number;
  height: number;
  /** Fill the box instead of staying inside it. */
  fill: boolean;
}

export interface WorldPorts {
  uploads: UploadStore;
  fetchPicture: FetchPicture;
  shrinkPicture: ShrinkPicture;
  /** Epoch seconds. */
  now(): number;
  /** 0 ≤ x < 1, for `sort=random`. */
  random(): number;
  /** Something changed: to be saved, and told to listeners when there is a notice. */
  changed(notice?: Notice): void;
}

export type Notice =
  | {
      type: 'timeline';
      itemId: number;
      sectionId: number;
      itemType: number;
      title: string;
      /** 0 created, 5 processed, 9 deleted. */
      state: 0 | 5 | 9;
    }
  | {
      type: 'playing';
      sessionKey: number;
      ratingKey: number;
      state: string;
      viewOffset: number;
    };
