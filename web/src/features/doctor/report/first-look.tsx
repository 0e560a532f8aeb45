import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const SEEN = 'marquee-folder-seen';

/** Offered once in a browser, as long as nobody has seen what lies in the folder. */
export function FirstLook() {
  const { t } = useTranslation();
  const [isNew, setNew] = useState(() => localStorage.getItem(SEEN) === null);
  if (!isNew) return null;
  const seen = () => {
    localStorage.setItem(SEEN, 'yes');
    setNew(false);
  };
  return (
    <Alert
      severity="info"
      variant="outlined"
      sx={{
        mb: 6,
        alignItems: 'center',
        // On a phone what can be done stands below the words.
        flexWrap: { xs: 'wrap', sm: 'nowrap' },
        '& .MuiAlert-message': { flex: '1 1 200px' },
        '& .MuiAlert-action': { pt: 0, alignItems: 'center', gap: 2, whiteSpace: 'nowrap' },
      }}
      action={
        <>
          <Button size="small" onClick={seen}>
            {t('doctor.report.first.close')}
          </Button>
          <Button size="small" variant="outlined" component={Link} to="/doctor?tab=here" onClick={seen}>
            {t('doctor.report.first.go')}
          </Button>
        </>
      }
    >
      {t('doctor.report.first.what')}
    </Alert>
  );
}
