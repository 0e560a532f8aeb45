import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { KeyList } from './key-list.tsx';
import { keyMap } from './key-map.ts';

/** The keyboard map. */
export default function HelpDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="help-title">
      {/* Focusable, so that the arrow keys scroll it where the window is low. */}
      <Box sx={{ p: 6, overflowY: 'auto' }} tabIndex={0} role="group" aria-labelledby="help-title">
        <Typography id="help-title" variant="h2" component="h2">
          {t('help.title')}
        </Typography>
        {keyMap.map((group) => (
          <KeyList key={group.title} title={t(group.title)} lines={group.lines} />
        ))}
      </Box>
    </Dialog>
  );
}
