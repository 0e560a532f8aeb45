import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

/** What just went, and the way to have it back. */
export function UndoLine({ words, onUndo }: { words: string; onUndo(): void }) {
  const { t } = useTranslation();
  return (
    <Box
      role="status"
      sx={{
        position: 'absolute',
        insetInline: 16,
        bottom: 16,
        display: 'flex',
        alignItems: 'center',
        pl: 4,
        pr: 1,
        minHeight: 44,
        borderRadius: 1,
        border: 1,
        borderColor: 'edge',
        bgcolor: 'background.paper',
        boxShadow: (theme) => theme.vars.palette.floating,
      }}
    >
      <Typography sx={{ flex: 1 }}>{words}</Typography>
      <Button size="small" onClick={onUndo}>
        {t('undo')}
      </Button>
    </Box>
  );
}
