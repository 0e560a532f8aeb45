import type { Codec, Engine, Pixels, TextEngine } from '@marquee/overlay';

/** What a drawing thread works with. */
export interface Tools {
  pixels: Pixels;
  codec: Codec;
  /** Fresh ones each time: an engine and the text engine in it keep every font that they were given. */
  open(): { engine: Engine; text: TextEngine };
  /** Sets what the text engine could not set at once; undefined when that error is another one. */
  settle?(error: unknown): Promise<void> | undefined;
  sheet(
    pictures: readonly Uint8Array[],
    width: number,
  ): Promise<{ bytes: Uint8Array; width: number; height: number }>;
}
