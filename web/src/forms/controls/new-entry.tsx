import type { ValueSpec } from '@marquee/kometa';
import AddRounded from '@mui/icons-material/AddRounded';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';
import { wordsOf } from '../words-value.ts';

/** One more entry: a word of a list, or what somebody types. */
export function NewEntry(props: {
  label: string;
  spec: ValueSpec;
  taken: readonly string[];
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  onAdd(typed: string): void;
}) {
  const { label, onAdd } = props;
  const [typed, setTyped] = useState('');
  const add = (words: string) => {
    setTyped('');
    if (words.trim() !== '') onAdd(words);
  };
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 1, maxWidth: 420 }}>
      <Autocomplete
        freeSolo
        fullWidth
        disableClearable
        options={wordsOf(props.spec).filter((word) => !props.taken.includes(word))}
        value=""
        inputValue={typed}
        onInputChange={(_, words, reason) => reason === 'input' && setTyped(words)}
        onChange={(_, words) => add(words)}
        onBlur={() => add(typed)}
        renderInput={({ slotProps }) => (
          <OutlinedInput
            fullWidth
            ref={slotProps.input.ref}
            onMouseDown={slotProps.input.onMouseDown}
            autoFocus={props.autoFocus ?? false}
            placeholder={props.placeholder ?? label}
            inputProps={{ ...slotProps.htmlInput, 'aria-label': label }}
          />
        )}
      />
      <IconButton aria-label={label} disabled={typed.trim() === ''} onClick={() => add(typed)}>
        <AddRounded fontSize="small" />
      </IconButton>
    </Box>
  );
}
