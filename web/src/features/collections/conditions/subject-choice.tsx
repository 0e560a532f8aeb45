import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Subject } from './condition-model.ts';

/** One of the things that can be asked about, found by its name or by what is said of it. */
export function SubjectChoice(props: {
  label: string;
  subjects: readonly Subject[];
  /** Null to add another; then the field is empty again. */
  chosen: string | null;
  icon?: ReactNode;
  onChoose(subject: Subject): void;
}) {
  const { subjects, chosen } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const value = useMemo(() => subjects.find(({ name }) => name === chosen) ?? null, [subjects, chosen]);
  const shown = typed ?? chosen ?? '';
  return (
    <Autocomplete<Subject, false, false, false>
      autoHighlight
      openOnFocus={chosen === null}
      options={[...subjects]}
      value={value}
      inputValue={shown}
      onInputChange={(_, words, reason) => {
        if (reason === 'input') setTyped(words);
      }}
      onChange={(_, subject) => {
        setTyped(null);
        if (subject) props.onChoose(subject);
      }}
      onBlur={() => setTyped(null)}
      disableClearable={false as false}
      clearIcon={null}
      forcePopupIcon={false}
      getOptionLabel={({ name }) => name}
      isOptionEqualToValue={(one, other) => one.name === other.name}
      filterOptions={(all) => (typed === null ? all : found(all, typed))}
      renderOption={({ key, ...item }, { name, help }) => (
        <Box component="li" key={key} {...item}>
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="subtitle2">{name}</Typography>
            <Typography variant="body2" color="textSecondary">
              {help}
            </Typography>
          </Box>
        </Box>
      )}
      noOptionsText={t('collections.conditions.noSubject')}
      slotProps={{ listbox: { 'aria-label': props.label }, popper: { style: { minWidth: 280 } } }}
      renderInput={({ slotProps }) => (
        <OutlinedInput
          fullWidth
          ref={slotProps.input.ref}
          onMouseDown={slotProps.input.onMouseDown}
          placeholder={chosen === null ? props.label : ''}
          inputProps={{ ...slotProps.htmlInput, 'aria-label': props.label, spellCheck: false }}
          startAdornment={props.icon && <InputAdornment position="start">{props.icon}</InputAdornment>}
        />
      )}
    />
  );
}

function found(subjects: readonly Subject[], typed: string): Subject[] {
  const words = typed.trim().toLowerCase();
  const rank = ({ name, help }: Subject) => {
    const at = name.indexOf(words.replaceAll(' ', '_'));
    if (at !== -1) return at === 0 ? 0 : 1;
    return help.toLowerCase().includes(words) ? 2 : 3;
  };
  return subjects
    .map((subject) => ({ subject, rank: rank(subject) }))
    .filter((one) => one.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ subject }) => subject);
}
