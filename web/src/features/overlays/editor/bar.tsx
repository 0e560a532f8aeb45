import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningRounded from '@mui/icons-material/WarningRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** One line below the toolbar. */
export function Bar(props: { tone: 'info' | 'warn'; actions: ReactNode; children: ReactNode }) {
  const Icon = props.tone === 'info' ? InfoOutlined : WarningRounded;
  return (
    <Box
      role={props.tone === 'info' ? 'status' : 'alert'}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 2,
        px: 4,
        py: 1,
        borderBottom: 1,
        borderColor: 'line',
        bgcolor: 'raised',
      }}
    >
      <Icon
        fontSize="small"
        aria-hidden
        sx={{ color: props.tone === 'info' ? 'info.main' : 'warning.main' }}
      />
      <Typography variant="body2" sx={{ flex: '1 1 200px' }}>
        {props.children}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, ml: 'auto' }}>{props.actions}</Box>
    </Box>
  );
}
