import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Notice } from '../../ui/notice.tsx';
import { NewFile } from './new-file.tsx';

export function EmptyFolder({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  return (
    <>
      <Notice
        title={t('files.empty.title')}
        what={mayEdit ? t('files.empty.what') : t('files.empty.whatViewer')}
        action={
          mayEdit && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 3 }}>
              <Button variant="outlined" onClick={() => setMaking(true)}>
                {t('files.empty.make')}
              </Button>
              <Button component={Link} to="/start" variant="contained">
                {t('files.empty.begin')}
              </Button>
            </Box>
          )
        }
      />
      {making && (
        <NewFile
          taken={[]}
          path="config.yml"
          onMade={({ path }) => void navigate(`/files?file=${encodeURIComponent(path)}`, { replace: true })}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}
