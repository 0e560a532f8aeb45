import type { CollectionLevel } from '@marquee/contracts';
import Autocomplete from '@mui/material/Autocomplete';
import Chip from '@mui/material/Chip';
import OutlinedInput from '@mui/material/OutlinedInput';
import { skipToken } from '@reduxjs/toolkit/query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchValuesQuery } from '../../../api/collections.ts';
import { useFormScope } from '../../../forms/scope.ts';
import { type Json, listOf, type Path } from '../model/json.ts';

const MOST = 50;

/** One or several words; where Plex can list them, they are offered as they are typed. */
export function TagsControl(props: {
  path: Path;
  value: Json | undefined;
  label: string;
  /** Whose values Plex lists; null for words of one's own. */
  live: { libraryId: string; attribute: string; level: CollectionLevel | undefined } | null;
  numbers?: boolean;
}) {
  const { path, live, numbers = false } = props;
  const { onEdit } = useFormScope();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim().slice(0, 100));
  const { level, ...where } = live ?? { libraryId: '', attribute: '', level: undefined };
  const { currentData, isFetching, isError } = useSearchValuesQuery(
    live && open
      ? { ...where, limit: MOST, ...(level && { level }), ...(query !== '' && { query }) }
      : skipToken,
  );
  const offered = currentData?.values ?? [];
  const titles = new Map(offered.map(({ value, title }) => [value, title]));
  const values = listOf(props.value).map(String);
  const set = (next: readonly string[]) => {
    const words = [...new Set(next.map((word) => word.trim()).filter((word) => word !== ''))].map((word) =>
      numbers && /^\d+$/.test(word) ? Number(word) : word,
    );
    const [only] = words;
    onEdit([{ kind: 'set', path, value: words.length > 1 ? words : (only ?? null) }]);
  };
  return (
    <Autocomplete<string, true, false, true>
      multiple
      freeSolo
      autoHighlight={offered.length > 0}
      openOnFocus
      filterSelectedOptions
      filterOptions={(all) => all}
      options={offered.map(({ value }) => value)}
      loading={isFetching && offered.length === 0}
      loadingText={t('collections.conditions.asking')}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      value={values}
      inputValue={typed}
      onInputChange={(_, words) => setTyped(words)}
      onChange={(_, next) => set(next)}
      onBlur={() => typed.trim() !== '' && set([...values, typed])}
      getOptionLabel={(value) => titles.get(value) ?? value}
      renderValue={(shown, getProps) =>
        shown.map((word, index) => {
          const { key, ...chip } = getProps({ index });
          return <Chip key={key} size="small" label={word} {...chip} />;
        })
      }
      slotProps={{ listbox: { 'aria-label': props.label } }}
      renderInput={({ slotProps }) => (
        <OutlinedInput
          fullWidth
          ref={slotProps.input.ref}
          className={slotProps.input.className}
          onMouseDown={slotProps.input.onMouseDown}
          startAdornment={slotProps.input.startAdornment}
          placeholder={
            values.length > 0
              ? ''
              : t(live && !isError ? 'collections.conditions.pick' : 'collections.conditions.write')
          }
          inputProps={{ ...slotProps.htmlInput, 'aria-label': props.label, spellCheck: false }}
          sx={{ flexWrap: 'wrap', gap: 1, '&.MuiInputBase-adornedStart': { pl: 1.5, py: 0.5 } }}
        />
      )}
    />
  );
}
