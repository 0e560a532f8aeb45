import CloseRounded from '@mui/icons-material/CloseRounded';
import SearchRounded from '@mui/icons-material/SearchRounded';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyping } from './typing.ts';

const PAUSE_MS = 200;

/** Asks after a short pause in typing. `/` comes here, Escape empties it and then leaves it. */
export function SearchField(props: {
  label: string;
  value: string;
  autoFocus?: boolean;
  onChange(value: string): void;
}) {
  const { label, value, autoFocus = false, onChange } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  useEffect(() => {
    if (told.current === value) return;
    told.current = value;
    setTyped(value);
  }, [value]);

  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === told.current) return;
    const timer = setTimeout(() => {
      told.current = wanted;
      tell.current(wanted);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    // Before the palette, which takes the key where a page has no field of its own.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  return (
    <OutlinedInput
      inputRef={input}
      autoFocus={autoFocus}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (typed === '') {
          input.current?.blur();
          return;
        }
        // One step at a time: a dialog around it stays open.
        event.stopPropagation();
        setTyped('');
      }}
      placeholder={label}
      inputProps={{ 'aria-label': label, enterKeyHint: 'search', maxLength: 100 }}
      startAdornment={
        <InputAdornment position="start">
          <SearchRounded fontSize="small" />
        </InputAdornment>
      }
      endAdornment={
        typed !== '' && (
          <InputAdornment position="end">
            <IconButton
              size="small"
              edge="end"
              aria-label={t('library.clearSearch')}
              onClick={() => setTyped('')}
            >
              <CloseRounded fontSize="small" />
            </IconButton>
          </InputAdornment>
        )
      }
      sx={{ width: { xs: '100%', sm: 240 }, '@media (pointer: fine)': { height: 36 } }}
    />
  );
}
