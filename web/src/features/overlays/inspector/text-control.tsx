import {
  type OverlayFacts,
  type OverlayLevel,
  TEXT_MODIFIER_MEANING,
  TEXT_MODIFIERS,
  type TextVariable,
  variablesOfLevel,
} from '@marquee/contracts';
import { fillText } from '@marquee/overlay';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const FEW = 8;

/** The text with its variables: a chip puts one in where the cursor is, and shows what it is on this item. */
export function TextControl(props: {
  label: string;
  value: string;
  level: OverlayLevel;
  facts: OverlayFacts | null;
  sampled: readonly string[];
  onChange(value: string): void;
}) {
  const { value, level, facts, sampled } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLTextAreaElement>(null);
  const [all, setAll] = useState(false);
  const [menu, setMenu] = useState<{ anchor: HTMLElement; variable: TextVariable } | null>(null);
  const filled = facts ? fillText(value, facts) : null;
  const variables = [...variablesOfLevel(level)].sort((one, other) => rank(one) - rank(other));
  const shown = all ? variables : variables.slice(0, FEW);

  const insert = (words: string) => {
    const field = input.current;
    const start = field?.selectionStart ?? value.length;
    const end = field?.selectionEnd ?? value.length;
    props.onChange(value.slice(0, start) + words + value.slice(end));
    setMenu(null);
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(start + words.length, start + words.length);
    });
  };

  return (
    <Box>
      <OutlinedInput
        fullWidth
        multiline
        maxRows={4}
        inputRef={input}
        value={value}
        onChange={({ target }) => props.onChange(target.value.replaceAll('\n', ' '))}
        inputProps={{ 'aria-label': props.label, spellCheck: false }}
        sx={{ px: 2, py: 1.5, '& textarea': { p: 0, fontFamily: 'mono.fontFamily' } }}
      />
      {filled && (
        <Typography variant="caption" role="status" sx={{ display: 'block', mt: 1, color: 'text.secondary' }}>
          {filled.ok
            ? t('overlays.inspector.reads', { text: filled.text })
            : t('overlays.inspector.noValue', { variable: filled.variable })}
        </Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        {shown.map((variable) => (
          <ButtonBase
            key={variable.name}
            aria-haspopup="menu"
            title={variable.description}
            onClick={(event) => setMenu({ anchor: event.currentTarget, variable })}
            sx={{
              px: 2,
              minHeight: 28,
              borderRadius: 1,
              bgcolor: 'raised',
              gap: 1.5,
              '&:hover': { bgcolor: 'line' },
              '@media (pointer: coarse)': { minHeight: 40 },
            }}
          >
            <Typography variant="caption" component="span">
              {variable.name}
            </Typography>
            <Typography variant="caption" component="span" sx={{ color: 'text.low' }}>
              {facts ? liveValue(variable.name, facts) : ''}
              {sampled.includes(variable.name) && ` ${t('overlays.inspector.sample')}`}
            </Typography>
          </ButtonBase>
        ))}
        <ButtonBase
          aria-expanded={all}
          onClick={() => setAll(!all)}
          sx={{
            px: 2,
            minHeight: 28,
            borderRadius: 1,
            color: 'text.secondary',
            '&:hover': { bgcolor: 'raised' },
          }}
        >
          <Typography variant="caption" component="span">
            {all
              ? t('overlays.inspector.fewer')
              : t('overlays.inspector.more', { count: variables.length - FEW })}
          </Typography>
        </ButtonBase>
      </Box>
      <Menu anchorEl={menu?.anchor ?? null} open={menu !== null} onClose={() => setMenu(null)}>
        {menu &&
          TEXT_MODIFIERS[menu.variable.kind].map((modifier) => {
            const written = `<<${menu.variable.name}${modifier === '[' ? '[%d %B %Y]' : modifier}>>`;
            return (
              <MenuItem
                key={modifier}
                onClick={() => insert(written)}
                sx={{ gap: 6, justifyContent: 'space-between' }}
              >
                <span>{TEXT_MODIFIER_MEANING[menu.variable.kind][modifier]}</span>
                <Typography variant="mono" color="textSecondary">
                  {facts ? (read(written, facts) ?? '–') : written}
                </Typography>
              </MenuItem>
            );
          })}
      </Menu>
    </Box>
  );
}

const favourites = [
  'audience_rating',
  'critic_rating',
  'imdb_rating',
  'runtime',
  'title',
  'content_rating',
  'edition',
  'episode_number',
  'season_number',
];

function rank({ name }: TextVariable): number {
  const place = favourites.indexOf(name);
  return place < 0 ? favourites.length : place;
}

function read(written: string, facts: OverlayFacts): string | null {
  const filled = fillText(written, facts);
  return filled.ok ? filled.text : null;
}

function liveValue(name: string, facts: OverlayFacts): string {
  const value = read(`<<${name}>>`, facts) ?? '–';
  return value.length > 18 ? `${value.slice(0, 17)}…` : value;
}
