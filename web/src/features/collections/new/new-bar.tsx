import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { floating } from '../../settings/save-bar.tsx';

/** What can be done with what is not there yet; stays at the foot of the window. */
export function NewBar({ saving, ready, onSave }: { saving: boolean; ready: boolean; onSave(): void }) {
  const { t } = useTranslation();
  return (
    <Box data-testid="new-bar" sx={{ ...floating, pl: 2 }}>
      <Button component={Link} to="/collections/new">
        {t('collections.editor.otherBuilder')}
      </Button>
      <Button variant="contained" loading={saving} disabled={!ready} onClick={onSave}>
        {t('collections.editor.make')}
      </Button>
    </Box>
  );
}
