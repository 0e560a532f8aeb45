import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useTranslation } from 'react-i18next';

/** Some of the other definitions. */
export function NamesControl(props: {
  label: string;
  chosen: readonly string[];
  options: readonly string[];
  onChange(names: string[]): void;
}) {
  const { t } = useTranslation();
  const options = [...new Set([...props.options, ...props.chosen])];
  return (
    <Select
      multiple
      fullWidth
      displayEmpty
      value={[...props.chosen]}
      onChange={({ target }) => props.onChange([target.value].flat())}
      renderValue={(names) => (names.length === 0 ? t('overlays.inspector.noNames') : names.join(', '))}
      inputProps={{ 'aria-label': props.label }}
      sx={{ ...(props.chosen.length === 0 && { '& .MuiSelect-select': { color: 'text.low' } }) }}
    >
      {options.length === 0 && <MenuItem disabled>{t('overlays.inspector.noOthers')}</MenuItem>}
      {options.map((name) => (
        <MenuItem key={name} value={name}>
          {name}
        </MenuItem>
      ))}
    </Select>
  );
}
