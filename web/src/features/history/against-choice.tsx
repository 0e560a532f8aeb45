import type { ConfigVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { shortId } from './version-names.ts';

type Choice = 'before' | 'now' | 'other';

/** What a version is compared with; another one is chosen in the list. */
export function AgainstChoice(props: {
  version: ConfigVersion;
  against: string | undefined;
  picking: boolean;
  onAgainst(against: string | undefined): void;
  onPick(picking: boolean): void;
}) {
  const { version, against, picking } = props;
  const { t } = useTranslation();
  const other = against !== undefined && against !== 'now' && against !== version.id ? against : undefined;
  const chosen: Choice = picking || other ? 'other' : against === 'now' ? 'now' : 'before';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={chosen}
        aria-label={t('history.against')}
        onChange={(_event, next: Choice | null) => {
          // Pressed once more it asks for another one.
          if (next === 'other' || (next === null && chosen === 'other')) props.onPick(true);
          else if (next !== null) props.onAgainst(next === 'now' ? 'now' : undefined);
        }}
        sx={{ '& .MuiToggleButton-root': { minHeight: 32, px: 3 } }}
      >
        <ToggleButton value="before">{t('history.before')}</ToggleButton>
        <ToggleButton value="now">{t('history.now')}</ToggleButton>
        <ToggleButton value="other">
          {other && !picking ? t('history.otherChosen', { version: shortId(other) }) : t('history.other')}
        </ToggleButton>
      </ToggleButtonGroup>
      {picking && (
        <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Typography variant="body2">{t('history.pick')}</Typography>
          <Button size="small" onClick={() => props.onPick(false)}>
            {t('history.pickEnd')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
