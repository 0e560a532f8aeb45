import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';

export type PaletteGroup = 'recent' | 'pages' | 'libraries' | 'actions' | 'titles';

/** One thing the palette can do. */
export interface PaletteEntry {
  /** Stays the same from one opening to the next. */
  id: string;
  group: PaletteGroup;
  label: string;
  /** What stands quietly behind the label, and is searched too. */
  hint?: string;
  icon: ComponentType<SvgIconProps>;
  run(): void;
}
