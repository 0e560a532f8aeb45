import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../../ui/notice.tsx';
import { usePresentBranch } from './present-branch.ts';

export function BranchGone() {
  const { t } = useTranslation();
  const branch = usePresentBranch() ?? '';
  return (
    <Notice
      role="alert"
      lit={[]}
      title={t('branches.gone.title', { branch })}
      what={t('branches.gone.what')}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 3 }}>
          <Button component={Link} to="/files/branches" variant="outlined">
            {t('branches.all')}
          </Button>
          <Button component={Link} to="/files" variant="contained">
            {t('branches.openFolder')}
          </Button>
        </Box>
      }
    />
  );
}
