import HistoryRounded from '@mui/icons-material/HistoryRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatAge } from '../../../i18n/format.ts';
import { useNow } from '../../../ui/now.ts';

export interface FoundDraft {
  savedAt: string;
  /** Whether the file has changed since the draft began. */
  stale: boolean;
}

/** Told when a draft of an earlier visit is what one sees. */
export function DraftBack({ draft, onDiscard }: { draft: FoundDraft; onDiscard(): void }) {
  const { t } = useTranslation();
  const age = formatAge(draft.savedAt, useNow());
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 4,
        py: 1,
        flex: 'none',
        borderBottom: 1,
        borderColor: 'line',
        bgcolor: 'raised',
      }}
    >
      <HistoryRounded aria-hidden sx={{ fontSize: 18, color: 'text.low' }} />
      <Typography variant="body2" sx={{ flex: 1, minWidth: 0 }}>
        {t(draft.stale ? 'files.draft.stale' : 'files.draft.back', { age })}
      </Typography>
      <Button size="small" onClick={onDiscard}>
        {t('files.draft.discard')}
      </Button>
    </Box>
  );
}
