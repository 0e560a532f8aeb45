import type { ValueSpec } from '@marquee/kometa';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useFormScope, type ValueProps } from '../scope.ts';
import { useTypedText } from '../use-typed-text.ts';

/** A text; several lines where it has them. */
export function TextControl({ path, value, label, fallback, told, autoFocus }: ValueProps<ValueSpec>) {
  const { onEdit } = useFormScope();
  const written = value === undefined || value === null ? '' : String(value);
  const lines = written.includes('\n');
  const { field } = useTypedText({
    written,
    lines,
    read: (typed) => ({ value: typed }),
    onValue: (text) => onEdit([{ kind: 'set', path, value: text }]),
    onEmpty: () => onEdit([{ kind: 'remove', path }]),
  });
  return (
    <OutlinedInput
      fullWidth
      multiline={lines}
      maxRows={12}
      autoFocus={autoFocus ?? false}
      placeholder={fallback ?? ''}
      inputProps={{ 'aria-label': label, 'aria-describedby': told, spellCheck: false, autoComplete: 'off' }}
      {...field}
    />
  );
}
