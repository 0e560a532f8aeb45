import type { PaletteOptions } from '@mui/material/styles';
import type { Tones } from './tokens.ts';

export function paletteOf(tones: Tones, mode: 'dark' | 'light', floating: string): PaletteOptions {
  return {
    mode,
    background: { default: tones.background, paper: tones.surface },
    text: {
      primary: tones.text.high,
      secondary: tones.text.middle,
      disabled: tones.text.low,
      low: tones.text.low,
    },
    primary: { main: tones.accent, contrastText: tones.onAccent },
    secondary: { main: tones.text.middle, contrastText: tones.background },
    success: { main: tones.ok },
    info: { main: tones.info },
    warning: { main: tones.warn },
    error: { main: tones.error },
    divider: tones.line,
    raised: tones.raised,
    line: tones.line,
    edge: tones.edge,
    focus: tones.focus,
    accentStrong: tones.accentStrong,
    onAccentStrong: tones.onAccentStrong,
    floating,
    poster: Object.fromEntries(tones.poster.map((tone, index) => [`tone${index}`, tone])),
  };
}
