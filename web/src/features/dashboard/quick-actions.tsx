import { allows } from '@marquee/contracts';
import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import SearchRounded from '@mui/icons-material/SearchRounded';
import TuneRounded from '@mui/icons-material/TuneRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAppSelector } from '../../app/store.ts';
import { selectRole } from '../../session/session-slice.ts';
import { openPalette } from '../palette/open-palette.ts';

/** What one comes here to do, by what one may do. */
export function QuickActions() {
  const { t } = useTranslation();
  const admin = allows('admin', useAppSelector(selectRole));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, ml: { md: 'auto' } }}>
      <Button variant="outlined" startIcon={<SearchRounded />} onClick={openPalette}>
        {t('dashboard.find')}
      </Button>
      {admin && (
        <>
          <Button component={Link} to="/users" variant="outlined" startIcon={<PersonAddAltOutlined />}>
            {t('dashboard.invite')}
          </Button>
          <Button component={Link} to="/settings" variant="outlined" startIcon={<TuneRounded />}>
            {t('settings.title')}
          </Button>
        </>
      )}
    </Box>
  );
}
