import type { OverlayVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatExact, formatMinute } from '../../../i18n/format.ts';
import type { DraftState } from './use-draft.ts';

/** Always in sight: what is saved, as which version, and what is only a draft. */
export function SavedState(props: { dirty: boolean; draft: DraftState; newest: OverlayVersion | undefined }) {
  const { dirty, draft, newest } = props;
  const { t } = useTranslation();
  const saved = newest
    ? t('overlays.state.saved', { time: formatMinute(newest.savedAt), number: newest.number })
    : t('overlays.state.asOnDisk');
  const words = dirty ? t(`overlays.state.draft.${draft}`) : saved;
  return (
    <Typography
      role="status"
      data-testid="saved-state"
      variant="body2"
      noWrap
      color="textSecondary"
      {...(newest && { title: formatExact(newest.savedAt) })}
      sx={{ fontVariantNumeric: 'tabular-nums' }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{
          display: 'inline-block',
          width: 8,
          height: 8,
          mr: 2,
          borderRadius: '50%',
          bgcolor: !dirty ? 'success.main' : draft === 'failed' ? 'error.main' : 'primary.main',
        }}
      />
      {words}
      {dirty && newest && (
        <Box
          component="span"
          sx={{ color: 'text.low' }}
        >{` · ${t('overlays.state.last', { number: newest.number })}`}</Box>
      )}
    </Typography>
  );
}
