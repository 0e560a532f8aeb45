export type OverlayKind = 'image' | 'text' | 'backdrop' | 'blur';

/** What Kometa accepts, and what it does with the rest. */
export type AttributeRule =
  | { is: 'words' }
  | {
      is: 'integer';
      least: number;
      /** Beyond this Marquee refuses to draw; Kometa knows no such end. */
      most: number;
      /** `refused`: the overlay is dropped; a number: a warning, and that number. */
      otherwise: 'refused' | number;
      /** Whether nothing, 0 and '' count as not written. */
      zeroIsUnset: boolean;
    }
  | { is: 'choice'; options: readonly string[]; otherwise: 'refused' | string }
  | { is: 'colour' }
  | { is: 'offset'; axis: 'horizontal' | 'vertical' }
  | { is: 'scale'; most: number }
  | { is: 'names' };

/** Everything about one attribute: what validation, the inspector and the help need. */
export interface OverlayAttribute {
  name: string;
  /** Written in the `overlay` object, or beside it in the definition. */
  of: 'overlay' | 'definition';
  /** The kinds of overlay on which it does something. */
  usedBy: readonly OverlayKind[];
  group: 'content' | 'position' | 'size' | 'text' | 'back' | 'addon' | 'order';
  control:
    | 'name'
    | 'picture'
    | 'integer'
    | 'offset'
    | 'scale'
    | 'colour'
    | 'choice'
    | 'font'
    | 'font-style'
    | 'group'
    | 'queue'
    | 'names'
    | 'level';
  rule: AttributeRule;
  /** What Kometa takes when it is not written; null for nothing. */
  default: string | number | null;
  /** The same, said to a person. */
  defaultMeans: string;
  /** An attribute it cannot do without. */
  needs: string | null;
  help: string;
}
