import type { Settings } from '@marquee/contracts';
import WarningRounded from '@mui/icons-material/WarningRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Edits } from './settings-draft.ts';

const sections = ['general', 'signIn', 'plex'] as const;

/** Somebody else saved first: what they changed, and that nothing typed here is lost. */
export function ConflictNotice(props: { before: Settings; now: Settings; edits: Edits }) {
  const { before, now, edits } = props;
  const { t } = useTranslation();
  const theirs = sections.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));
  const both = theirs.filter((name) => edits[name]);
  const named = (names: readonly (typeof sections)[number][]) =>
    new Intl.ListFormat('en').format(names.map((name) => t(`settings.${name}`)));
  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        gap: 3,
        p: 4,
        mb: 4,
        borderRadius: 2,
        border: 1,
        borderColor: 'warning.main',
        bgcolor: 'background.paper',
      }}
    >
      <WarningRounded fontSize="small" sx={{ color: 'warning.main', mt: '1px' }} aria-hidden />
      <Box>
        <Typography variant="subtitle2">
          {theirs.length > 0
            ? t('settings.conflict', { sections: named(theirs) })
            : t('settings.conflictUnknown')}
        </Typography>
        <Typography color="textSecondary">
          {both.length > 0
            ? t('settings.conflictBoth', { sections: named(both) })
            : t('settings.conflictApart')}
        </Typography>
      </Box>
    </Box>
  );
}
