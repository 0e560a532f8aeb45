import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

/** A part of the form with its name. */
export function SectionCard(props: { title: string; what: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 4, sm: 6 }, overflow: 'visible' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: 3, mb: 4 }}>
        <Box sx={{ flex: '1 1 240px' }}>
          <Typography id={id} variant="h3" component="h2">
            {props.title}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {props.what}
          </Typography>
        </Box>
        {props.action}
      </Box>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5, minWidth: 0 }}>{props.children}</Box>
    </Card>
  );
}
