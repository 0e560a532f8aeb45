import type { ValueSpec } from '@marquee/kometa';
import FormHelperText from '@mui/material/FormHelperText';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormScope, type ValueProps } from '../scope.ts';
import { useTypedText } from '../use-typed-text.ts';

type NumberSpec = Extract<ValueSpec, { type: 'integer' | 'number' }>;

/** A number within its range; another is not written, and says why. */
export function NumberControl({
  spec,
  path,
  value,
  label,
  fallback,
  told,
  autoFocus,
}: ValueProps<NumberSpec>) {
  const { onEdit } = useFormScope();
  const { t } = useTranslation();
  const id = useId();
  const { min, max } = spec;
  const range =
    min !== undefined && max !== undefined
      ? t('forms.number.between', { min, max })
      : min !== undefined
        ? t('forms.number.least', { min })
        : max !== undefined
          ? t('forms.number.most', { max })
          : '';
  const whole = spec.type === 'integer';
  const { field, trouble } = useTypedText<number>({
    written: value === undefined || value === null ? '' : String(value),
    read(typed) {
      const number = Number(typed);
      const fits =
        (whole ? Number.isInteger(number) : Number.isFinite(number)) &&
        number >= (min ?? -Infinity) &&
        number <= (max ?? Infinity);
      return fits
        ? { value: number }
        : { trouble: `${whole ? t('forms.number.whole') : t('forms.number.any')} ${range}`.trim() };
    },
    onValue: (number) => onEdit([{ kind: 'set', path, value: number }]),
    onEmpty: () => onEdit([{ kind: 'remove', path }]),
  });
  const hint = trouble ?? range;
  return (
    <>
      <OutlinedInput
        autoFocus={autoFocus ?? false}
        error={trouble !== undefined}
        placeholder={fallback ?? ''}
        inputProps={{
          'aria-label': label,
          'aria-describedby': [hint && id, told].filter(Boolean).join(' ') || undefined,
          inputMode: whole ? 'numeric' : 'decimal',
          autoComplete: 'off',
        }}
        sx={{ width: 140, fontVariantNumeric: 'tabular-nums' }}
        {...field}
      />
      {hint !== '' && (
        <FormHelperText id={id} error={trouble !== undefined} sx={{ m: 0, mt: 1 }}>
          {hint}
        </FormHelperText>
      )}
    </>
  );
}
