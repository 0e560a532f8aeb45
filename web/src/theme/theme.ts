import './theme-types.ts';
import { createTheme } from '@mui/material/styles';
import { componentStyles } from './component-styles.ts';
import { paletteOf } from './palette.ts';
import { dark, floating, fonts, light, motion, radius, sizes, space, weights } from './tokens.ts';

const px = (size: number) => `${size / 16}rem`;
const heading = (size: number, lineHeight: number) => ({
  fontSize: px(size),
  lineHeight,
  fontWeight: weights.strong,
  letterSpacing: size > sizes.lead ? '-0.012em' : 0,
});

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme' },
  defaultColorScheme: 'dark',
  colorSchemes: {
    dark: { palette: paletteOf(dark, 'dark', floating.dark) },
    light: { palette: paletteOf(light, 'light', floating.light) },
  },
  spacing: space,
  shape: { borderRadius: radius.control },
  breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1200, xl: 1600 } },
  transitions: {
    duration: {
      shortest: motion.state,
      shorter: motion.state,
      short: motion.state,
      standard: motion.place,
      complex: motion.place,
      enteringScreen: motion.place,
      leavingScreen: motion.state,
    },
    easing: {
      easeInOut: motion.easing,
      easeOut: motion.easing,
      easeIn: motion.easing,
      sharp: motion.easing,
    },
  },
  typography: {
    fontFamily: fonts.text,
    fontSize: sizes.text,
    fontWeightRegular: weights.text,
    fontWeightMedium: weights.medium,
    fontWeightBold: weights.strong,
    display: { ...heading(sizes.display, 1.1), letterSpacing: '-0.022em', fontFamily: fonts.text },
    h1: heading(sizes.page, 1.2),
    h2: heading(sizes.title, 1.3),
    h3: heading(sizes.lead, 1.4),
    subtitle1: { fontSize: px(sizes.lead), lineHeight: 1.5, fontWeight: weights.text },
    subtitle2: { fontSize: px(sizes.text), lineHeight: 1.4, fontWeight: weights.medium },
    body1: { fontSize: px(sizes.text), lineHeight: 1.55 },
    body2: { fontSize: px(sizes.small), lineHeight: 1.5 },
    caption: { fontSize: px(sizes.caption), lineHeight: 1.4 },
    mono: { fontFamily: fonts.mono, fontSize: px(sizes.small), lineHeight: 1.6 },
    button: {
      fontSize: px(sizes.text),
      fontWeight: weights.medium,
      textTransform: 'none',
      letterSpacing: 0,
    },
  },
  components: componentStyles,
});
