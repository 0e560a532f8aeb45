import type { SxProps, Theme } from '@mui/material/styles';

/** Fields of the inspector: lower than those of forms, with figures that stand still. */
export const small: SxProps<Theme> = {
  minHeight: 32,
  height: 32,
  fontVariantNumeric: 'tabular-nums',
  '@media (pointer: coarse)': { height: 44 },
  '& input': { px: 2 },
};
