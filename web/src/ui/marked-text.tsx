import Typography from '@mui/material/Typography';
import { Fragment } from 'react';

/** Text in which `words between backticks` are commands or keys, shown as such. */
export function MarkedText({ text }: { text: string }) {
  return text.split('`').map((part, place) =>
    place % 2 === 1 ? (
      <Typography key={part} component="code" variant="mono" sx={{ fontSize: '0.95em' }}>
        {part}
      </Typography>
    ) : (
      <Fragment key={part}>{part}</Fragment>
    ),
  );
}
