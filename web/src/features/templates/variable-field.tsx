import type { TemplateVariable } from '@marquee/contracts';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';

/** A variable of a template, by its kind. */
export function VariableField(props: {
  variable: TemplateVariable;
  value: string | boolean;
  trouble: 'needed' | 'number' | undefined;
  onChange(value: string | boolean): void;
}) {
  const { variable, value, trouble, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  if (typeof value === 'boolean') {
    return (
      <FormControlLabel
        control={<Checkbox checked={value} onChange={(_event, next) => onChange(next)} />}
        label={variable.label}
      />
    );
  }
  if (variable.kind === 'choice') {
    return (
      <Stack sx={{ gap: 1.5 }}>
        <Typography variant="body2" id={id} sx={{ fontWeight: 'fontWeightMedium' }}>
          {variable.label}
        </Typography>
        <Select
          fullWidth
          value={value}
          SelectDisplayProps={{ 'aria-labelledby': id }}
          onChange={({ target }) => onChange(target.value)}
        >
          {variable.choices?.map((choice) => (
            <MenuItem key={choice} value={choice}>
              {choice}
            </MenuItem>
          ))}
        </Select>
      </Stack>
    );
  }
  const hint =
    variable.kind === 'list'
      ? t('templates.use.list')
      : variable.optional
        ? t('templates.use.blank')
        : undefined;
  return (
    <Field
      label={variable.label}
      hint={hint}
      trouble={trouble && t(`templates.trouble.${trouble}`)}
      value={value}
      inputProps={{
        maxLength: 2000,
        spellCheck: false,
        ...(variable.kind === 'number' && { inputMode: 'decimal' as const }),
      }}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
