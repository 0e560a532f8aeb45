import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

export function ReportPart(props: { title: string; what?: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mb: 8 }}>
      <Typography id={id} variant="h3" component="h2">
        {props.title}
      </Typography>
      {props.what && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {props.what}
        </Typography>
      )}
      <Box sx={{ mt: 3 }}>{props.children}</Box>
    </Box>
  );
}
