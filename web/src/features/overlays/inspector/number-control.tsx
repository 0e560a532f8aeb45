import OutlinedInput from '@mui/material/OutlinedInput';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { small } from './small-input.ts';
import { type LiveNumber, useShownLive } from './use-live-number.ts';
import { useTyped } from './use-typed.ts';

/** Longer words do not fit where a number stands; they are told on hover. */
const SHORT = 5;

/** A whole number, or nothing for Kometa's default, which stands there greyed. */
export function NumberControl(props: {
  label: string;
  value: number | null;
  placeholder: string;
  least?: number | undefined;
  most?: number | undefined;
  end?: ReactNode;
  live?: LiveNumber | undefined;
  onChange(value: number | null): void;
}) {
  const { label, value, placeholder, least, most, onChange } = props;
  const { t } = useTranslation();
  const typed = useTyped(value);
  const input = useRef<HTMLInputElement>(null);
  useShownLive(input, props.live, typed.shown);
  const change = (next: string) => {
    // An empty field may be the way to another number; it means the default only when it is left so.
    const number = /^-?\d+$/.test(next.trim()) ? Number.parseInt(next, 10) : value;
    typed.type(next, number);
    if (number !== value) onChange(number);
  };
  const step = (by: number) => {
    const from = value ?? Number.parseInt(placeholder, 10);
    const next = Math.min(
      most ?? Infinity,
      Math.max(least ?? -Infinity, (Number.isNaN(from) ? 0 : from) + by),
    );
    typed.drop();
    onChange(next);
  };
  return (
    <OutlinedInput
      fullWidth
      inputRef={input}
      value={typed.shown}
      placeholder={placeholder.length > SHORT ? t('overlays.inspector.auto') : placeholder}
      title={placeholder}
      onChange={({ target }) => change(target.value)}
      onBlur={() => {
        if (typed.isEmpty && value !== null) onChange(null);
        typed.drop();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        step((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
      }}
      inputProps={{ 'aria-label': label, inputMode: 'numeric', maxLength: 12 }}
      endAdornment={props.end}
      sx={small}
    />
  );
}
