import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What lies beneath the text while it is wanted. */
export function LowerPanel(props: { title: string; onClose(): void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Box
      component="section"
      aria-label={props.title}
      sx={{
        flex: 'none',
        height: { xs: '50%', md: '36%' },
        minHeight: 160,
        display: 'flex',
        flexDirection: 'column',
        borderTop: 1,
        borderColor: 'line',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 4, pr: 1, minHeight: 40, flex: 'none' }}>
        <Typography variant="subtitle2" component="h2" sx={{ flex: 1 }}>
          {props.title}
        </Typography>
        <IconButton size="small" aria-label={t('files.problems.close')} onClick={props.onClose}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </Box>
      {/* What is told in it may be more than it has room for, and is scrolled by keys too. */}
      <Box
        tabIndex={0}
        role="group"
        aria-label={props.title}
        sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}
      >
        {props.children}
      </Box>
    </Box>
  );
}
