import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useTranslation } from 'react-i18next';

const UNSET = '';

/** One of a few of Kometa's words, or its default. */
export function ChoiceControl(props: {
  label: string;
  value: string | null;
  options: readonly string[];
  defaultMeans: string;
  onChange(value: string | null): void;
}) {
  const { label, value, options, defaultMeans } = props;
  const { t } = useTranslation();
  const known = value === null || options.includes(value) ? options : [...options, value];
  return (
    <Select
      fullWidth
      displayEmpty
      value={value ?? UNSET}
      onChange={({ target }) => props.onChange(target.value === UNSET ? null : target.value)}
      inputProps={{ 'aria-label': label }}
      sx={{
        height: 32,
        minHeight: 32,
        '@media (pointer: coarse)': { height: 44 },
        ...(value === null && { '& .MuiSelect-select': { color: 'text.low' } }),
      }}
    >
      <MenuItem value={UNSET}>{t('overlays.inspector.default', { default: defaultMeans })}</MenuItem>
      {known.map((option) => (
        <MenuItem key={option} value={option}>
          {option}
        </MenuItem>
      ))}
    </Select>
  );
}
