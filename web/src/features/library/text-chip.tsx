import ArrowDropDownRounded from '@mui/icons-material/ArrowDropDownRounded';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { Field } from '../../ui/field.tsx';

/** A filter by a word that people know and Marquee does not list: a genre, a label. */
export function TextChip(props: {
  name: string;
  /** As the chip says it while it filters. */
  told: string | undefined;
  hint: string;
  apply: string;
  onChange(value: string | undefined): void;
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [typed, setTyped] = useState('');
  if (props.told !== undefined) {
    return (
      <Chip
        label={props.told}
        color="primary"
        variant="outlined"
        onDelete={() => props.onChange(undefined)}
      />
    );
  }
  return (
    <>
      <Chip
        label={props.name}
        variant="outlined"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        deleteIcon={<ArrowDropDownRounded />}
        onDelete={({ currentTarget }) => setAnchor(currentTarget.closest('.MuiChip-root'))}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': props.name,
            sx: {
              mt: 1,
              p: 4,
              width: 280,
              border: 1,
              borderColor: 'line',
              borderRadius: 2,
              bgcolor: 'raised',
              boxShadow: (theme) => theme.vars.palette.floating,
            },
          },
        }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setAnchor(null);
            setTyped('');
            props.onChange(typed.trim() || undefined);
          }}
        >
          <Field
            autoFocus
            label={props.name}
            hint={props.hint}
            value={typed}
            inputProps={{ maxLength: 100 }}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button type="submit" variant="contained" disabled={typed.trim() === ''} sx={{ mt: 3 }}>
            {props.apply}
          </Button>
        </form>
      </Popover>
    </>
  );
}
