import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Notice } from '../../ui/notice.tsx';
import { usePresentBranch } from './branch/present-branch.ts';
import { filesAddress } from './files-address.ts';
import { NewFile } from './new-file.tsx';

export function EmptyFolder({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const branch = usePresentBranch();
  const [making, setMaking] = useState(false);
  return (
    <>
      <Notice
        title={branch === undefined ? t('files.empty.title') : t('branches.empty.title', { branch })}
        what={
          branch !== undefined
            ? t('branches.empty.what')
            : mayEdit
              ? t('files.empty.what')
              : t('files.empty.whatViewer')
        }
        action={
          mayEdit && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 3 }}>
              <Button variant="outlined" onClick={() => setMaking(true)}>
                {t('files.empty.make')}
              </Button>
              {branch === undefined ? (
                <Button component={Link} to="/start" variant="contained">
                  {t('files.empty.begin')}
                </Button>
              ) : (
                <Button component={Link} to="/files" variant="contained">
                  {t('branches.openFolder')}
                </Button>
              )}
            </Box>
          )
        }
      />
      {making && (
        <NewFile
          taken={[]}
          path="config.yml"
          onMade={({ path }) => void navigate(filesAddress({ branch, file: path }), { replace: true })}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}
