import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type ReactNode, useId } from 'react';
import type { Scalar } from '../section.ts';
import { small } from '../small-input.ts';
import { useTyped } from '../use-typed.ts';

/**
 * Pixels, or another word that Kometa knows there. What Kometa would stumble over is told beneath and not written; an
 * empty field means what stands there greyed.
 */
export function PlaceField(props: {
  label: string;
  value: Scalar;
  /** What it is when nothing is written. */
  otherwise: string;
  start?: ReactNode;
  /** What is wrong with a value, null when it may be written. */
  check(value: Scalar): string | null;
  onChange(value: Scalar): void;
}) {
  const { label, value, otherwise, check, onChange } = props;
  const told = useId();
  const typed = useTyped(value);
  const trouble = check(typed.shown.trim() === '' ? null : meaning(typed.shown));
  const type = (words: string) => {
    const wanted = words.trim() === '' ? value : meaning(words);
    const good = wanted === value || check(wanted) === null;
    typed.type(words, good ? wanted : value);
    if (good && wanted !== value) onChange(wanted);
  };
  const step = (by: number) => {
    const from = Number.parseInt(typed.shown || otherwise, 10);
    const next = (Number.isNaN(from) ? 0 : from) + by;
    if (check(next) !== null) return;
    typed.drop();
    onChange(next);
  };
  return (
    <Box sx={{ minWidth: 0 }}>
      <OutlinedInput
        fullWidth
        value={typed.shown}
        placeholder={otherwise}
        error={trouble !== null}
        startAdornment={props.start}
        onChange={({ target }) => type(target.value)}
        onBlur={() => {
          if (typed.isEmpty && value !== null && trouble === null) onChange(null);
          // Words that cannot be written stay to be mended.
          if (typed.isEmpty || trouble === null) typed.drop();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          step((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
        }}
        inputProps={{
          'aria-label': label,
          spellCheck: false,
          maxLength: 100,
          ...(trouble !== null && { 'aria-describedby': told }),
        }}
        sx={small}
      />
      {trouble !== null && (
        <FormHelperText id={told} error role="alert" sx={{ mx: 0, mt: 1 }}>
          {trouble}
        </FormHelperText>
      )}
    </Box>
  );
}

function meaning(words: string): string | number {
  const text = words.trim();
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}
