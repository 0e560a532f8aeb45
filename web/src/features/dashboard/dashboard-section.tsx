import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

export function DashboardSection(props: { title: string; more?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mb: 8, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', height: 40, mb: 2 }}>
        <Typography id={id} variant="h2" sx={{ flex: 1 }}>
          {props.title}
        </Typography>
        {/* Its words, not its padding, end where the cards end. */}
        <Box sx={{ mr: -4 }}>{props.more}</Box>
      </Box>
      {props.children}
    </Box>
  );
}
