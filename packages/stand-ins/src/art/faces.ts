import type { Font } from 'opentype.js';

/** The typefaces on the shelf. Later files of a face fill the letters its first ones lack. */
export interface Face {
  family: string;
  weight: number;
  italic?: true;
  subsets: readonly string[];
  /** Distance between baselines, in ems, that looks right for titles. */
  pitch: number;
}

const latin = ['latin', 'latin-ext'] as const;
const cyrillic = [...latin, 'cyrillic'] as const;

export const faces = {
  anton: { family: 'anton', weight: 400, subsets: latin, pitch: 1.04 },
  bebas: { family: 'bebas-neue', weight: 400, subsets: latin, pitch: 0.88 },
  oswald: { family: 'oswald', weight: 500, subsets: cyrillic, pitch: 1.08 },
  oswaldLight: { family: 'oswald', weight: 300, subsets: cyrillic, pitch: 1.12 },
  playfair: { family: 'playfair-display', weight: 800, subsets: cyrillic, pitch: 1 },
  playfairItalic: { family: 'playfair-display', weight: 600, italic: true, subsets: cyrillic, pitch: 1 },
  cormorant: { family: 'cormorant-garamond', weight: 600, subsets: cyrillic, pitch: 0.92 },
  cormorantItalic: {
    family: 'cormorant-garamond',
    weight: 500,
    italic: true,
    subsets: cyrillic,
    pitch: 0.92,
  },
  grotesk: { family: 'space-grotesk', weight: 700, subsets: latin, pitch: 0.98 },
  groteskPlain: { family: 'space-grotesk', weight: 500, subsets: latin, pitch: 1.08 },
  righteous: { family: 'righteous', weight: 400, subsets: latin, pitch: 1.04 },
  poiret: { family: 'poiret-one', weight: 400, subsets: [...latin, 'cyrillic'], pitch: 1.1 },
  fraunces: { family: 'fraunces', weight: 800, subsets: latin, pitch: 0.98 },
  frauncesItalic: { family: 'fraunces', weight: 600, italic: true, subsets: latin, pitch: 1 },
} satisfies Record<string, Face>;

export type FaceName = keyof typeof faces;

/** The fonts of one face, in the order they are asked for a letter. */
export type FontShelf = (face: FaceName) => readonly Font[];

/** Where every face looks last: broad rather than beautiful. */
export const fallbackFace: Face = {
  family: 'noto-sans',
  weight: 600,
  subsets: ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'devanagari'],
  pitch: 1.1,
};
