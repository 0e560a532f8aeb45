import SearchRounded from '@mui/icons-material/SearchRounded';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arrange } from './arrange.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { optionId, PaletteList } from './palette-list.tsx';
import { keepRecent, readRecent } from './recent.ts';
import { useEntries } from './use-entries.ts';
import { useFoundTitles } from './use-found-titles.ts';

const LIST = 'palette-list';

/** Find or do anything without leaving the keyboard. */
export default function PaletteDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        paper: {
          'aria-label': t('palette.title'),
          sx: {
            mt: { xs: 2, sm: '12vh' },
            mx: { xs: 2, sm: 4 },
            width: { xs: 'calc(100% - 16px)' },
            maxHeight: 'min(560px, 72dvh)',
            overflow: 'hidden',
          },
        },
      }}
    >
      <Palette onClose={onClose} />
    </Dialog>
  );
}

function Palette({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [recent] = useState(readRecent);
  const entries = useEntries();
  const { titles, looking } = useFoundTitles(typed);
  const shown = useMemo(() => arrange(entries, titles, typed, recent), [entries, titles, typed, recent]);
  const current = Math.min(active, Math.max(0, shown.length - 1));

  const run = (entry: PaletteEntry) => {
    if (entry.group !== 'titles') keepRecent(entry.id);
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const entry = shown[current];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setActive((current + step + shown.length) % shown.length);
    } else if (event.key === 'Enter' && entry && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(entry);
    }
  };

  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 5, height: 56, flex: 'none' }}>
        <SearchRounded fontSize="small" sx={{ color: 'text.low' }} aria-hidden />
        <InputBase
          autoFocus
          fullWidth
          value={typed}
          placeholder={t('palette.placeholder')}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          inputProps={{
            role: 'combobox',
            'aria-label': t('palette.title'),
            'aria-expanded': shown.length > 0,
            'aria-controls': LIST,
            'aria-autocomplete': 'list',
            ...(shown.length > 0 && { 'aria-activedescendant': optionId(current) }),
            maxLength: 100,
            spellCheck: false,
            autoComplete: 'off',
          }}
          sx={{ typography: 'subtitle1', '& input:focus-visible': { outline: 'none' } }}
        />
      </Box>
      <Box sx={{ height: 2, flex: 'none', bgcolor: 'line' }}>
        {looking && <LinearProgress sx={{ height: 2 }} aria-label={t('palette.looking')} />}
      </Box>
      <PaletteList id={LIST} entries={shown} active={current} onActive={setActive} onRun={run} />
      {shown.length === 0 && !looking && (
        <Typography role="status" color="textSecondary" sx={{ px: 5, py: 6 }}>
          {t('palette.nothing', { typed: typed.trim() })}
        </Typography>
      )}
    </>
  );
}
