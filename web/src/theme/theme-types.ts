import '@mui/material/styles';

declare module '@mui/material/styles' {
  // The theme is made with CSS variables, so `theme.vars` is always there.
  interface CssThemeVariables {
    enabled: true;
  }
  interface Palette {
    raised: string;
    line: string;
    edge: string;
    focus: string;
    accentStrong: string;
    onAccentStrong: string;
    floating: string;
    poster: Record<string, string>;
  }
  interface PaletteOptions {
    raised?: string;
    line?: string;
    edge?: string;
    focus?: string;
    accentStrong?: string;
    onAccentStrong?: string;
    floating?: string;
    poster?: Record<string, string>;
  }
  interface TypeText {
    low: string;
  }
  interface TypographyVariants {
    display: React.CSSProperties;
    mono: React.CSSProperties;
  }
  interface TypographyVariantsOptions {
    display?: React.CSSProperties;
    mono?: React.CSSProperties;
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    display: true;
    mono: true;
  }
}
