import type { Font } from 'opentype.js';
import type { FaceName } from './faces.ts';
import type { Palette } from './palettes.ts';
import type { Rng } from './random.ts';
import type { Align } from './setting.ts';
import type { Box, Defs } from './svg.ts';

export type PictureKind = 'poster' | 'season' | 'still' | 'cover' | 'background';
export type Place = 'top' | 'bottom' | 'none';

/** What a style is given: the sheet, the colours, and where the title will leave it alone. */
export interface Stage {
  kind: PictureKind;
  width: number;
  height: number;
  /** A thousandth of the shorter side: sizes in it hold for every sheet. */
  u: number;
  rng: Rng;
  palette: Palette;
  place: Place;
  focus: Box;
  title: string;
  /** Which of a style's subjects to draw, where it has several with names. */
  motif: string | undefined;
  defs: Defs;
  fonts(face: FaceName): readonly Font[];
}

/** What a style hands back: the picture, and inks that read where the words will stand. */
export interface Art {
  body: string;
  ink: string;
  /** For the small print at the foot, where the ground may differ. */
  footInk?: string;
  /** A second colour for short words such as the year. */
  accent?: string;
  /** Strength of the film grain in levels of 255. */
  grain?: number;
}

/** How words are set on a style; a style offers several and the seed takes one. */
export interface Lettering {
  place: Place;
  align: Align;
  face: FaceName;
  small: FaceName;
  /** The tagline's face, when it is not the small print's. */
  aside?: FaceName;
  caps?: boolean;
  tracking?: number;
  block?: boolean;
  /** Share of the sheet's height that the title may fill. */
  share?: number;
  maxSize?: number;
  glow?: boolean;
  /** Where the names of the players stand. */
  names?: 'over' | 'under' | 'none';
}

export interface Style {
  name: string;
  kinds: readonly PictureKind[];
  palettes: readonly string[];
  letterings: readonly Lettering[];
  draw(stage: Stage): Art;
}
