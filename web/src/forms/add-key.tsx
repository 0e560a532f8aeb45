import type { KeySpec } from '@marquee/kometa';
import AddRounded from '@mui/icons-material/AddRounded';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Choice {
  name: string;
  spec: KeySpec;
}

const MOST_SHOWN = 80;

/** What could be written too, found by its name or by what is said of it. */
export function AddKey(props: {
  label: string;
  free: readonly Choice[];
  /** A button until it is wanted, where there are many. */
  small: boolean;
  /** Whether names of one's own are fine. */
  open: boolean;
  onAdd(name: string): void;
}) {
  const { free, open, label, small } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const add = (name: string) => {
    setTyped('');
    setAsked(false);
    if (name.trim() !== '') props.onAdd(name.trim());
  };
  if (small && !asked) {
    return (
      <Button
        size="small"
        startIcon={<AddRounded />}
        onClick={() => setAsked(true)}
        sx={{ alignSelf: 'start', ml: -2 }}
      >
        {label}
      </Button>
    );
  }
  return (
    <Autocomplete<Choice, false, true, true>
      freeSolo
      disableClearable
      autoHighlight={!open}
      openOnFocus
      onBlur={() => setAsked(false)}
      options={[...free]}
      value=""
      inputValue={typed}
      onInputChange={(_, words, reason) => reason === 'input' && setTyped(words)}
      onChange={(_, choice) => {
        if (typeof choice !== 'string') add(choice.name);
        else if (open || free.some(({ name }) => name === choice.trim())) add(choice);
      }}
      getOptionLabel={(choice) => (typeof choice === 'string' ? choice : choice.name)}
      filterOptions={(choices, { inputValue }) => found(choices, inputValue)}
      renderOption={({ key, ...item }, { name, spec }) => (
        <Box component="li" key={key} {...item}>
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="subtitle2">{name}</Typography>
            <Typography variant="body2" color="textSecondary">
              {spec.help}
            </Typography>
          </Box>
        </Box>
      )}
      noOptionsText={t('forms.nothingFits')}
      slotProps={{
        listbox: { 'aria-label': label },
      }}
      renderInput={({ slotProps }) => (
        <OutlinedInput
          fullWidth
          ref={slotProps.input.ref}
          onMouseDown={slotProps.input.onMouseDown}
          placeholder={label}
          autoFocus={small}
          inputProps={{ ...slotProps.htmlInput, 'aria-label': label }}
          startAdornment={
            <InputAdornment position="start">
              <AddRounded fontSize="small" />
            </InputAdornment>
          }
        />
      )}
      sx={{ maxWidth: 420 }}
    />
  );
}

/** What begins so, then what has it in its name, then what is said with such words. */
function found(choices: readonly Choice[], typed: string): Choice[] {
  const words = typed.trim().toLowerCase();
  if (words === '') return choices.slice(0, MOST_SHOWN);
  const rank = ({ name, spec }: Choice) => {
    const at = name.toLowerCase().indexOf(words.replaceAll(' ', '_'));
    if (at !== -1) return at === 0 ? 0 : 1;
    return spec.help.toLowerCase().includes(words) ? 2 : 3;
  };
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter(({ rank: one }) => one < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ choice }) => choice)
    .slice(0, MOST_SHOWN);
}
