import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** A part of the form with its name and what it is for. */
export function FormPart(props: { id: string; title: string; what: string; children: ReactNode }) {
  return (
    <Box component="section" aria-labelledby={`${props.id}-title`} sx={{ mb: 8 }}>
      <Typography id={`${props.id}-title`} variant="h3" component="h2">
        {props.title}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1, mb: 3, maxWidth: '68ch' }}>
        {props.what}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3 }}>{props.children}</Box>
    </Box>
  );
}
