import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import OutlinedInput from '@mui/material/OutlinedInput';
import Popover from '@mui/material/Popover';
import Slider from '@mui/material/Slider';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Rgba, readHex, writeHex } from './hex-colour.ts';
import { small } from './small-input.ts';
import { useTyped } from './use-typed.ts';

/** Colours that posters go with; they are data of overlays, not colours of this page. */
const swatches = [
  ['white', '#FFFFFF'],
  ['black', '#000000'],
  ['smoke', '#00000099'],
  ['night', '#0B0D10CC'],
  ['gold', '#F2B134'],
  ['imdb', '#F5C518'],
  ['tomato', '#FA320A'],
  ['green', '#3FB27F'],
  ['blue', '#1F73B7'],
  ['violet', '#6E4BD8'],
] as const;
const channels = ['red', 'green', 'blue', 'alpha'] as const;
const OPAQUE_WHITE: Rgba = { red: 255, green: 255, blue: 255, alpha: 255 };

/** A colour by its hex, by sliders, or one of a few; what it lets through shows as a chequered ground. */
export function ColourControl(props: {
  label: string;
  value: string | null;
  placeholder: string;
  /** What the engine takes it for, where it is a name. */
  resolved: readonly [number, number, number, number] | null;
  onChange(value: string | null): void;
}) {
  const { label, value, placeholder, resolved, onChange } = props;
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const typed = useTyped(value);
  const colour = (value ? readHex(value) : null) ?? (resolved ? asRgba(resolved) : null);
  const type = (next: string) => {
    const words = next.trim();
    // A `#` and letters on their way are no colour yet; a name is Kometa's to judge.
    const colourNow = readHex(words) || /^[a-z]{3,}$/i.test(words) ? words : value;
    typed.type(next, colourNow);
    if (colourNow !== value) onChange(colourNow);
  };
  const slide = (channel: keyof Rgba, to: number) => {
    typed.drop();
    onChange(writeHex({ ...(colour ?? OPAQUE_WHITE), [channel]: to }));
  };
  return (
    <>
      <OutlinedInput
        fullWidth
        value={typed.shown}
        placeholder={placeholder}
        onChange={({ target }) => type(target.value)}
        onBlur={() => {
          if (typed.isEmpty && value !== null) onChange(null);
          typed.drop();
        }}
        inputProps={{ 'aria-label': label, spellCheck: false, maxLength: 40 }}
        startAdornment={
          <Tooltip title={t('overlays.inspector.mix')}>
            <ButtonBase
              aria-label={t('overlays.inspector.mixName', { name: label })}
              aria-haspopup="dialog"
              onClick={(event) => setAnchor(event.currentTarget)}
              sx={{ borderRadius: '4px', ml: -2, '@media (pointer: coarse)': { p: 2 } }}
            >
              <Swatch colour={colour} />
            </ButtonBase>
          </Tooltip>
        }
        sx={{ ...small, '& input': { fontFamily: 'mono.fontFamily', px: 2 } }}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('overlays.inspector.mixName', { name: label }),
            sx: { p: 4, width: 280, border: 1, borderColor: 'edge', bgcolor: 'raised', borderRadius: 2 },
          },
        }}
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 3 }}>
          {swatches.map(([name, hex]) => (
            <Tooltip key={name} title={`${t(`overlays.inspector.swatches.${name}`)} ${hex}`}>
              <ButtonBase
                aria-label={t(`overlays.inspector.swatches.${name}`)}
                onClick={() => {
                  typed.drop();
                  onChange(hex);
                }}
                sx={{ p: 1, borderRadius: 1, '&:hover': { bgcolor: 'line' } }}
              >
                <Swatch colour={readHex(hex)} />
              </ButtonBase>
            </Tooltip>
          ))}
        </Box>
        {channels.map((channel) => (
          <Box
            key={channel}
            sx={{ display: 'grid', gridTemplateColumns: '52px 1fr 36px', alignItems: 'center', gap: 3 }}
          >
            <Typography variant="body2">{t(`overlays.inspector.channels.${channel}`)}</Typography>
            <Slider
              size="small"
              min={0}
              max={255}
              aria-label={t(`overlays.inspector.channels.${channel}`)}
              value={(colour ?? OPAQUE_WHITE)[channel]}
              onChange={(_event, to) => slide(channel, Array.isArray(to) ? (to[0] ?? 0) : to)}
            />
            <Typography variant="body2" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
              {(colour ?? OPAQUE_WHITE)[channel]}
            </Typography>
          </Box>
        ))}
      </Popover>
    </>
  );
}

function Swatch({ colour }: { colour: Rgba | null }) {
  return (
    <Box
      component="span"
      sx={(theme) => ({
        display: 'block',
        width: 20,
        height: 20,
        borderRadius: '4px',
        border: `1px solid ${theme.vars.palette.edge}`,
        background: colour
          ? `linear-gradient(${css(colour)}, ${css(colour)}), repeating-conic-gradient(${theme.vars.palette.line} 0 25%, ${theme.vars.palette.background.paper} 0 50%) 0 0 / 10px 10px`
          : `linear-gradient(to top right, transparent 46%, ${theme.vars.palette.error.main} 46% 54%, transparent 54%)`,
      })}
    />
  );
}

const css = ({ red, green, blue, alpha }: Rgba) => `rgb(${red} ${green} ${blue} / ${alpha / 255})`;
const asRgba = ([red, green, blue, alpha]: readonly [number, number, number, number]): Rgba => ({
  red,
  green,
  blue,
  alpha,
});
