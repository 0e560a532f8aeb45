import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useFormScope, type ValueProps } from '../scope.ts';
import { useTypedText } from '../use-typed-text.ts';
import { valueFromWords, wordsOf } from '../words-value.ts';

/** A word of a list, or something of one's own. */
export function WordsControl({ spec, path, value, label, fallback, told, autoFocus }: ValueProps) {
  const { onEdit } = useFormScope();
  const set = (typed: string) => onEdit([{ kind: 'set', path, value: valueFromWords(spec, typed) }]);
  const { field } = useTypedText({
    written: value === undefined || value === null ? '' : String(value),
    read: (typed) => ({ value: typed }),
    onValue: set,
    onEmpty: () => onEdit([{ kind: 'remove', path }]),
  });
  const { value: shown, onChange, ...more } = field;
  return (
    <Autocomplete
      freeSolo
      disableClearable
      fullWidth
      options={wordsOf(spec)}
      inputValue={shown}
      value={shown}
      onInputChange={(_, typed, reason) => reason === 'input' && onChange({ target: { value: typed } })}
      onChange={(_, word) => set(word)}
      sx={{ maxWidth: 420 }}
      renderInput={({ slotProps }) => (
        <OutlinedInput
          fullWidth
          ref={slotProps.input.ref}
          onMouseDown={slotProps.input.onMouseDown}
          placeholder={fallback ?? ''}
          autoFocus={autoFocus ?? false}
          inputProps={{ ...slotProps.htmlInput, 'aria-label': label, 'aria-describedby': told }}
          {...more}
        />
      )}
    />
  );
}
