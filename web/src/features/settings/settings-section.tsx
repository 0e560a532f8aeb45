import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** What is set, said on the left; the fields on the right. */
export function SettingsSection(props: { id: string; title: string; what: string; children: ReactNode }) {
  return (
    <Box
      component="section"
      aria-labelledby={`${props.id}-title`}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '280px minmax(0, 720px)' },
        gap: { xs: 3, lg: 8 },
        py: 6,
        borderTop: 1,
        borderColor: 'line',
      }}
    >
      <Box>
        <Typography id={`${props.id}-title`} variant="h2">
          {props.title}
        </Typography>
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {props.what}
        </Typography>
      </Box>
      <Card sx={{ p: { xs: 4, sm: 5 }, display: 'flex', flexDirection: 'column', gap: 5 }}>
        {props.children}
      </Card>
    </Box>
  );
}
