import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** A part of a page with its name, what it is for, and what can be done with all of it. */
export function PageSection(props: {
  id: string;
  title: string;
  what: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Box component="section" aria-labelledby={props.id} sx={{ mb: 12 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 3, mb: 4 }}>
        <Box sx={{ flex: '1 1 320px' }}>
          <Typography id={props.id} variant="h2">
            {props.title}
          </Typography>
          <Typography color="textSecondary" sx={{ mt: 1 }}>
            {props.what}
          </Typography>
        </Box>
        {props.action}
      </Box>
      {props.children}
    </Box>
  );
}
