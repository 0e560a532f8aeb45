import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

/** A part of a page of the form, with its name and what it is for. */
export function FormPart(props: { title: string; what?: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mb: 8 }}>
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 3, mb: 4 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={id} variant="h3">
            {props.title}
          </Typography>
          {props.what !== undefined && (
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
              {props.what}
            </Typography>
          )}
        </Box>
        {props.action}
      </Box>
      {props.children}
    </Box>
  );
}
