import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

const Option = styled('label')(({ theme }) => ({
  display: 'flex',
  alignItems: 'start',
  gap: theme.spacing(3),
  padding: theme.spacing(3),
  minHeight: 44,
  cursor: 'pointer',
  borderRadius: theme.shape.borderRadius,
  border: `1px solid ${theme.vars.palette.line}`,
  '&:hover': { borderColor: theme.vars.palette.edge },
  '&:has(:checked)': { borderColor: theme.vars.palette.accentStrong },
  '&:has(:focus-visible)': { outline: `2px solid ${theme.vars.palette.focus}`, outlineOffset: 2 },
  '& input': {
    flex: 'none',
    width: 16,
    height: 16,
    margin: '2px 0 0',
    accentColor: theme.vars.palette.accentStrong,
    outline: 'none',
  },
}));

/** One of several that may be chosen, with what it is. */
export function ChoiceCard(props: {
  type: 'checkbox' | 'radio';
  /** What radios of one choice share. */
  name?: string;
  checked: boolean;
  title: string;
  what: ReactNode;
  onChange(): void;
}) {
  const id = useId();
  return (
    <Option>
      <input
        type={props.type}
        name={props.name}
        checked={props.checked}
        onChange={props.onChange}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-what`}
      />
      <Box sx={{ minWidth: 0 }}>
        <Typography id={`${id}-title`} variant="subtitle2" component="span" sx={{ display: 'block' }}>
          {props.title}
        </Typography>
        <Typography
          id={`${id}-what`}
          variant="body2"
          color="textSecondary"
          component="span"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {props.what}
        </Typography>
      </Box>
    </Option>
  );
}

/** Choices beside one another where there is room. */
export function Choices({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 230px), 1fr))',
      }}
    >
      {children}
    </Box>
  );
}
