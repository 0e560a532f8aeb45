import type { ItemAccount, OverlayLevel, RenderJob } from '@marquee/contracts';
import type { FontNames, Rgb } from '@marquee/overlay';

/** A picture that is ready to be sent. */
export interface Encoded {
  bytes: Uint8Array;
  contentType: string;
  width: number;
  height: number;
}

export interface Drawn {
  account: ItemAccount;
  image: Encoded | null;
  compared: { differingPixels: number; before: Encoded; difference: Encoded | null } | null;
}

/** What is asked of the studio, by kind, and what it answers. */
export interface StudioWork {
  draw: { asked: { job: RenderJob }; answer: Drawn };
  /** A poster as overlays are drawn on it. */
  base: { asked: { picture: Uint8Array; level: OverlayLevel }; answer: Rgb };
  names: { asked: { font: Uint8Array }; answer: FontNames };
  specimen: { asked: { font: Uint8Array; text: string }; answer: Encoded };
  /** Checks that a picture is a PNG that can be read. */
  picture: { asked: { picture: Uint8Array }; answer: Encoded };
  sheet: { asked: { pictures: Uint8Array[]; width: number }; answer: Encoded };
}
export type StudioTask = { [K in keyof StudioWork]: { kind: K } & StudioWork[K]['asked'] }[keyof StudioWork];
export type StudioAnswer<K extends keyof StudioWork> = StudioWork[K]['answer'];

/** Somebody waits for it, or nobody does. */
export type Haste = 'urgent' | 'batch';

/** Where pixels are worked on, away from the event loop. */
export interface Studio {
  run<K extends keyof StudioWork>(
    task: { kind: K } & StudioWork[K]['asked'],
    options: { haste: Haste; material?: (hash: string) => Promise<Uint8Array | undefined> },
  ): Promise<StudioAnswer<K>>;
  /** Pieces of work that wait or are done now. */
  busy(): { working: number; waiting: number };
  close(): Promise<void>;
}

export type StudioCode =
  | 'image.format'
  | 'image.unreadable'
  | 'image.too-large'
  | 'font.unreadable'
  /** Bytes that a job names are not among the blobs any more. */
  | 'render.material-gone'
  | 'render.timed-out'
  | 'render.crashed'
  | 'render.failed';
const passing: ReadonlySet<StudioCode> = new Set(['render.timed-out', 'render.crashed']);

export class StudioProblem extends Error {
  override name = 'StudioProblem';
  readonly code: StudioCode;

  constructor(code: StudioCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }

  /** Another try may go better. */
  get mayPass(): boolean {
    return passing.has(this.code);
  }
}
