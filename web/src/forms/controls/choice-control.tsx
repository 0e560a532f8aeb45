import type { ValueSpec } from '@marquee/kometa';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useTranslation } from 'react-i18next';
import { useFormScope, type ValueProps } from '../scope.ts';

const UNSET = '';

/** One of a few words. */
export function ChoiceControl({
  spec,
  path,
  value,
  label,
  fallback,
  told,
  autoFocus,
}: ValueProps<Extract<ValueSpec, { type: 'choice' }>>) {
  const { onEdit } = useFormScope();
  const { t } = useTranslation();
  const written = value === undefined || value === null ? UNSET : String(value);
  const known = spec.of.find((word) => word === written || (spec.anyCase && word === written.toLowerCase()));
  return (
    <Select
      displayEmpty
      fullWidth
      autoFocus={autoFocus ?? false}
      value={known ?? written}
      onChange={({ target }) =>
        onEdit([
          target.value === UNSET ? { kind: 'remove', path } : { kind: 'set', path, value: target.value },
        ])
      }
      inputProps={{ 'aria-label': label, 'aria-describedby': told }}
      sx={{ maxWidth: 320, ...(written === UNSET && { '& .MuiSelect-select': { color: 'text.low' } }) }}
    >
      <MenuItem value={UNSET}>
        {fallback === undefined ? t('forms.notSet') : t('forms.default', { value: fallback })}
      </MenuItem>
      {spec.of.map((word) => (
        <MenuItem key={word} value={word}>
          {word}
        </MenuItem>
      ))}
    </Select>
  );
}
