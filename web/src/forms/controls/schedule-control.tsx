import FormHelperText from '@mui/material/FormHelperText';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format.ts';
import { tellSchedule } from '../schedule-words.ts';
import { useFormScope, type ValueProps } from '../scope.ts';
import { useTypedText } from '../use-typed-text.ts';

const SHOWN = 3;

/** Kometa's words for when, with what they mean and the next days. */
export function ScheduleControl({ path, value, label, fallback, told, autoFocus }: ValueProps) {
  const { onEdit } = useFormScope();
  const { t } = useTranslation();
  const id = useId();
  const written = [value ?? ''].flat().join(', ');
  const { field } = useTypedText({
    written,
    read: (typed) => ({ value: typed }),
    onValue: (text) => onEdit([{ kind: 'set', path, value: text }]),
    onEmpty: () => onEdit([{ kind: 'remove', path }]),
  });
  // Years are looked through for one that never matches: not at each letter.
  const said = useMemo(() => (written.trim() === '' ? null : tellSchedule(written, new Date())), [written]);
  const trouble = said !== null && ('trouble' in said || said.next.length === 0);
  return (
    <>
      <OutlinedInput
        fullWidth
        error={trouble}
        autoFocus={autoFocus ?? false}
        placeholder={fallback ?? 'daily'}
        inputProps={{
          'aria-label': label,
          'aria-describedby': [id, told].filter(Boolean).join(' '),
          spellCheck: false,
          autoComplete: 'off',
        }}
        {...field}
      />
      <FormHelperText id={id} error={trouble} sx={{ m: 0, mt: 1 }}>
        {said === null
          ? t('forms.schedule.hint')
          : 'trouble' in said
            ? said.trouble
            : said.next.length === 0
              ? t('forms.schedule.never', { words: said.words })
              : t('forms.schedule.runs', {
                  words: said.words,
                  days: said.next.slice(0, SHOWN).map(formatDay).join(' · '),
                })}
      </FormHelperText>
    </>
  );
}
