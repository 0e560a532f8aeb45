import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyList } from './key-list.tsx';
import { keyMap } from './key-map.ts';

const OPEN = 'marquee:help';

export function openHelp(): void {
  window.dispatchEvent(new Event(OPEN));
}

/** The keyboard map. */
export function HelpDialog() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    window.addEventListener(OPEN, show);
    return () => window.removeEventListener(OPEN, show);
  }, []);
  return (
    <Dialog open={open} onClose={() => setOpen(false)} maxWidth="sm" fullWidth aria-labelledby="help-title">
      <Box sx={{ p: 6 }}>
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
