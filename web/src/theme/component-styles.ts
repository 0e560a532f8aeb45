import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';
import { motion, radius } from './tokens.ts';

type Styled = Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme>;

const ring = (palette: CssVarsTheme['vars']['palette']) => ({
  outline: `2px solid ${palette.focus}`,
  outlineOffset: 2,
});

/** How MUI's parts look in this house: tone instead of shadow, one focus ring, no ripples. */
export const componentStyles: Styled = {
  MuiCssBaseline: {
    styleOverrides: ({ vars }) => ({
      html: {
        scrollbarGutter: 'stable',
        scrollbarWidth: 'thin',
        scrollbarColor: `${vars.palette.line} transparent`,
        WebkitTextSizeAdjust: '100%',
      },
      body: {
        fontFeatureSettings: "'cv05', 'ss03'",
        overflowWrap: 'anywhere',
        // The gutter keeps the scrollbar's place: what MUI adds for it while a menu is open would move the page.
        paddingRight: '0 !important',
      },
      ':focus-visible': ring(vars.palette),
      '::selection': { backgroundColor: vars.palette.primary.main, color: vars.palette.primary.contrastText },
      '@media (prefers-reduced-motion: reduce)': {
        '*, ::before, ::after': {
          animationDuration: '0.01ms !important',
          animationIterationCount: '1 !important',
          transitionDuration: '0.01ms !important',
          scrollBehavior: 'auto !important',
        },
      },
    }),
  },
  MuiTypography: {
    // MUI makes headings of these; here they are sizes of text.
    defaultProps: { variantMapping: { subtitle1: 'p', subtitle2: 'p' } },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: ({ theme }) => ({ '&.Mui-focusVisible': ring(theme.vars.palette) }),
    },
  },
  MuiBadge: {
    styleOverrides: {
      // The page breaks words anywhere; a count is one word.
      badge: { whiteSpace: 'nowrap' },
      colorPrimary: ({ theme }) => ({
        backgroundColor: theme.vars.palette.accentStrong,
        color: theme.vars.palette.onAccentStrong,
      }),
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 36,
        paddingInline: theme.spacing(4),
        '@media (pointer: coarse)': { minHeight: 44 },
      }),
      outlined: ({ theme }) => ({
        borderColor: theme.vars.palette.line,
        color: theme.vars.palette.text.primary,
        '&:hover': { borderColor: theme.vars.palette.edge, backgroundColor: theme.vars.palette.raised },
      }),
      contained: ({ theme }) => ({
        backgroundColor: theme.vars.palette.accentStrong,
        color: theme.vars.palette.onAccentStrong,
        '&:hover': { backgroundColor: theme.vars.palette.primary.main },
      }),
      text: ({ theme }) => ({
        color: theme.vars.palette.text.primary,
        '&:hover': { backgroundColor: theme.vars.palette.raised },
      }),
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        width: 36,
        height: 36,
        borderRadius: radius.control,
        color: theme.vars.palette.text.secondary,
        '&:hover': { backgroundColor: theme.vars.palette.raised, color: theme.vars.palette.text.primary },
        '@media (pointer: coarse)': { width: 44, height: 44 },
      }),
    },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' } },
  },
  MuiCard: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: radius.card,
        border: `1px solid ${theme.vars.palette.line}`,
        backgroundColor: theme.vars.palette.background.paper,
      }),
    },
  },
  MuiChip: {
    styleOverrides: {
      root: ({ theme }) => ({
        height: 28,
        borderRadius: radius.control,
        fontSize: theme.typography.body2.fontSize,
        fontVariantNumeric: 'tabular-nums',
        backgroundColor: theme.vars.palette.raised,
        color: theme.vars.palette.text.secondary,
        '&.MuiChip-clickable': {
          height: 36,
          '&:hover': { backgroundColor: theme.vars.palette.line, color: theme.vars.palette.text.primary },
          '@media (pointer: coarse)': { height: 44, paddingInline: theme.spacing(1) },
        },
      }),
      outlined: ({ theme }) => ({
        backgroundColor: 'transparent',
        borderColor: theme.vars.palette.line,
      }),
      colorPrimary: ({ theme }) => ({
        backgroundColor: theme.vars.palette.raised,
        borderColor: theme.vars.palette.accentStrong,
        color: theme.vars.palette.text.primary,
        '& .MuiChip-deleteIcon, & .MuiChip-icon': { color: theme.vars.palette.accentStrong },
      }),
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 36,
        backgroundColor: theme.vars.palette.background.paper,
        '& .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.line },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.edge },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars.palette.focus,
          borderWidth: 2,
        },
        '@media (pointer: coarse)': { minHeight: 44 },
      }),
      input: ({ theme }) => ({
        padding: theme.spacing(1.5, 3),
        // Phones zoom the page into smaller type.
        '@media (pointer: coarse)': { fontSize: theme.typography.subtitle1.fontSize },
        '.MuiInputAdornment-positionStart + &': { paddingLeft: 0 },
        '&:focus-visible': { outline: 'none' },
        '&::placeholder': { color: theme.vars.palette.text.low, opacity: 1 },
      }),
    },
  },
  MuiSelect: {
    styleOverrides: { select: { minHeight: 0, '&:focus-visible': { outline: 'none' } } },
  },
  MuiMenu: {
    styleOverrides: {
      paper: ({ theme }) => ({
        marginTop: theme.spacing(1),
        borderRadius: radius.card,
        border: `1px solid ${theme.vars.palette.line}`,
        backgroundColor: theme.vars.palette.raised,
        boxShadow: theme.vars.palette.floating,
      }),
      list: ({ theme }) => ({ padding: theme.spacing(1) }),
    },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 36,
        borderRadius: radius.control,
        fontSize: theme.typography.body1.fontSize,
        '&:hover, &.Mui-focusVisible': { backgroundColor: theme.vars.palette.line },
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: theme.vars.palette.line },
        '@media (pointer: coarse)': { minHeight: 44 },
      }),
    },
  },
  MuiAutocomplete: {
    styleOverrides: {
      // As high as fields that offer nothing.
      root: ({ theme }) => ({
        '& .MuiOutlinedInput-root': { padding: 0 },
        '& .MuiOutlinedInput-root .MuiAutocomplete-input': { padding: theme.spacing(1.5, 3) },
        '& .MuiInputBase-adornedStart': { paddingLeft: theme.spacing(3) },
        '& .MuiInputBase-adornedStart .MuiAutocomplete-input': { paddingLeft: 0 },
      }),
      paper: ({ theme }) => ({
        marginTop: theme.spacing(1),
        borderRadius: radius.card,
        border: `1px solid ${theme.vars.palette.line}`,
        backgroundColor: theme.vars.palette.raised,
        boxShadow: theme.vars.palette.floating,
      }),
      listbox: ({ theme }) => ({
        padding: theme.spacing(1),
        '& .MuiAutocomplete-option': {
          minHeight: 36,
          borderRadius: radius.control,
          fontSize: theme.typography.body1.fontSize,
          '&.Mui-focused, &[aria-selected="true"], &[aria-selected="true"].Mui-focused': {
            backgroundColor: theme.vars.palette.line,
          },
          '@media (pointer: coarse)': { minHeight: 44 },
        },
      }),
    },
  },
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme }) => ({
        borderRadius: radius.dialog,
        border: `1px solid ${theme.vars.palette.line}`,
        backgroundColor: theme.vars.palette.raised,
        boxShadow: theme.vars.palette.floating,
      }),
    },
  },
  MuiDialogActions: {
    // In line with what stands above them.
    styleOverrides: { root: ({ theme }) => ({ padding: theme.spacing(2, 6, 6), gap: theme.spacing(1) }) },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, enterNextDelay: 100 },
    styleOverrides: {
      tooltip: ({ theme }) => ({
        fontSize: theme.typography.caption.fontSize,
        fontWeight: theme.typography.fontWeightMedium,
        backgroundColor: theme.vars.palette.line,
        color: theme.vars.palette.text.primary,
        border: `1px solid ${theme.vars.palette.edge}`,
      }),
    },
  },
  MuiLinearProgress: {
    styleOverrides: {
      root: ({ theme }) => ({
        height: 4,
        borderRadius: 2,
        backgroundColor: theme.vars.palette.line,
      }),
      bar: { borderRadius: 2, transitionTimingFunction: 'linear' },
    },
  },
  MuiSkeleton: {
    defaultProps: { animation: 'pulse', variant: 'rounded' },
    styleOverrides: { root: ({ theme }) => ({ backgroundColor: theme.vars.palette.raised }) },
  },
  MuiSlider: {
    styleOverrides: {
      root: { padding: '14px 0' },
      rail: ({ theme }) => ({ backgroundColor: theme.vars.palette.edge, opacity: 1, height: 2 }),
      track: ({ theme }) => ({ backgroundColor: theme.vars.palette.primary.main, border: 0, height: 2 }),
      thumb: ({ theme }) => ({
        width: 14,
        height: 14,
        transition: `transform ${motion.state}ms ${motion.easing}`,
        '&, &:hover, &.Mui-active': { boxShadow: 'none' },
        '&.Mui-focusVisible': { boxShadow: 'none', ...ring(theme.vars.palette) },
      }),
    },
  },
  MuiTabs: {
    styleOverrides: { indicator: ({ theme }) => ({ backgroundColor: theme.vars.palette.accentStrong }) },
  },
  MuiTab: {
    styleOverrides: {
      root: ({ theme }) => ({
        textTransform: 'none',
        '&.Mui-selected': { color: theme.vars.palette.text.primary },
        // What is around them cuts off a ring that stands apart.
        '&.Mui-focusVisible': { outlineOffset: -2 },
      }),
    },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 36,
        paddingBlock: 0,
        paddingInline: theme.spacing(3),
        textTransform: 'none',
        borderColor: theme.vars.palette.line,
        color: theme.vars.palette.text.secondary,
        '&:hover': { backgroundColor: theme.vars.palette.raised },
        '&.Mui-selected, &.Mui-selected:hover': {
          backgroundColor: theme.vars.palette.raised,
          color: theme.vars.palette.text.primary,
        },
        '@media (pointer: coarse)': { minHeight: 44 },
      }),
    },
  },
  MuiLink: { defaultProps: { color: 'inherit', underline: 'hover' } },
};
