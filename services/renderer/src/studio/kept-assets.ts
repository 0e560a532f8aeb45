import type { Engine, Rgba, TextEngine } from '@marquee/overlay';
import { FontProblem } from '@marquee/overlay';
import { StudioProblem } from './studio.ts';
import type { Tools } from './tools.ts';

const MOST_FONT_BYTES = 100_000_000;
const MOST_PICTURE_BYTES = 100_000_000;

export type Material = (hashes: readonly string[]) => Promise<Map<string, Uint8Array | null>>;

/** Fonts and pictures by their hash, kept from job to job; what cannot be read is kept as a reason. */
export interface KeptAssets {
  readonly engine: Engine;
  readonly text: TextEngine;
  /** Brings in what is not here yet. */
  bring(wanted: { fonts: readonly string[]; pictures: readonly string[] }, material: Material): Promise<void>;
  picture(hash: string): Rgba | undefined;
  /** Why a font or picture that was brought cannot be used. */
  fault(hash: string): string | undefined;
}

export function createKeptAssets({ open, codec }: Pick<Tools, 'open' | 'codec'>): KeptAssets {
  let { engine, text } = open();
  let fontBytes = 0;
  let pictureBytes = 0;
  const faults = new Map<string, string>();
  const pictures = new Map<string, Rgba>();

  function beginAgain(): void {
    ({ engine, text } = open());
    fontBytes = 0;
    pictureBytes = 0;
    faults.clear();
    pictures.clear();
  }

  function addFont(hash: string, bytes: Uint8Array): void {
    fontBytes += bytes.length;
    try {
      text.addFont(hash, bytes);
    } catch (error) {
      if (!(error instanceof FontProblem)) throw error;
      faults.set(hash, error.message);
    }
  }

  async function addPicture(hash: string, bytes: Uint8Array): Promise<void> {
    try {
      const picture = await codec.decodePicture(bytes);
      pictures.set(hash, picture);
      pictureBytes += picture.data.length;
    } catch (error) {
      faults.set(hash, error instanceof Error ? error.message : String(error));
    }
  }

  const isHere = (hash: string) => text.hasFont(hash) || pictures.has(hash) || faults.has(hash);

  return {
    get engine() {
      return engine;
    },
    get text() {
      return text;
    },
    async bring(wanted, material) {
      // The engine keeps layers made of them, so all go together.
      if (fontBytes > MOST_FONT_BYTES || pictureBytes > MOST_PICTURE_BYTES) beginAgain();
      const missing = [...new Set([...wanted.fonts, ...wanted.pictures])].filter((hash) => !isHere(hash));
      if (missing.length === 0) return;
      const bytes = await material(missing);
      for (const hash of missing) {
        const found = bytes.get(hash) ?? null;
        if (found === null)
          throw new StudioProblem('render.material-gone', 'A font or picture is not there any more');
        if (wanted.fonts.includes(hash)) addFont(hash, found);
        else await addPicture(hash, found);
      }
    },
    picture: (hash) => pictures.get(hash),
    fault: (hash) => faults.get(hash),
  };
}
