import { editsBetween, readYamlValue, writeYamlValue, type YamlValue } from '@marquee/kometa';
import FormHelperText from '@mui/material/FormHelperText';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormScope, type ValueProps } from '../scope.ts';
import { useTypedText } from '../use-typed-text.ts';

/** Any value, as YAML. Only what differs is written anew, so that comments beside it stay. */
export function YamlControl({ path, value, label, fallback, told, autoFocus }: ValueProps) {
  const { onEdit } = useFormScope();
  const { t } = useTranslation();
  const id = useId();
  const written = value === undefined || value === null ? '' : writeYamlValue(value);
  const lines = typeof value === 'object';
  const { field, trouble } = useTypedText<YamlValue>({
    written,
    lines,
    read(typed) {
      const read = readYamlValue(typed);
      return 'value' in read
        ? read
        : { trouble: t('forms.yaml.trouble', { line: read.line, message: read.message }) };
    },
    onValue: (next) => onEdit(editsBetween(path, value, next)),
    onEmpty: () => onEdit([{ kind: 'remove', path }]),
  });
  return (
    <>
      <OutlinedInput
        fullWidth
        multiline={lines}
        maxRows={16}
        error={trouble !== undefined}
        autoFocus={autoFocus ?? false}
        placeholder={fallback ?? ''}
        inputProps={{
          'aria-label': label,
          'aria-describedby': [trouble && id, told].filter(Boolean).join(' ') || undefined,
          spellCheck: false,
          autoComplete: 'off',
        }}
        sx={{ '& input, & textarea': { fontFamily: 'mono.fontFamily' } }}
        {...field}
      />
      {trouble !== undefined && (
        <FormHelperText id={id} error sx={{ m: 0, mt: 1 }}>
          {trouble}
        </FormHelperText>
      )}
    </>
  );
}
