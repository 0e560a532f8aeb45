import OutlinedInput from '@mui/material/OutlinedInput';
import { useFormScope, type ValueProps } from '../scope.ts';
import { useTypedText } from '../use-typed-text.ts';

/** A day of the calendar; what is written in another way stays a text. */
export function DateControl({ path, value, label, told, fallback, autoFocus }: ValueProps) {
  const { onEdit } = useFormScope();
  const written = value === undefined || value === null ? '' : String(value);
  const { field } = useTypedText({
    written,
    read: (typed) => ({ value: typed }),
    onValue: (day) => onEdit([{ kind: 'set', path, value: day }]),
    onEmpty: () => onEdit([{ kind: 'remove', path }]),
  });
  return (
    <OutlinedInput
      type={written === '' || /^\d{4}-\d\d-\d\d$/.test(written) ? 'date' : 'text'}
      autoFocus={autoFocus ?? false}
      placeholder={fallback ?? ''}
      inputProps={{ 'aria-label': label, 'aria-describedby': told }}
      sx={{ width: 200 }}
      {...field}
    />
  );
}
