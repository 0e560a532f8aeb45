import CallSplitRounded from '@mui/icons-material/CallSplitRounded';
import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useConfigBranchesQuery } from '../../../api/config-branches.ts';
import { NewBranch } from '../../branches/new-branch.tsx';
import { filesAddress } from '../files-address.ts';
import { usePresentBranch } from './present-branch.ts';

/** Which files are looked at: those of the folder, or of a branch. The file that is open is looked for there too. */
export function BranchSwitch({ file }: { file: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const present = usePresentBranch();
  const { data: branches = [] } = useConfigBranchesQuery(undefined, { refetchOnMountOrArgChange: 30 });
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [making, setMaking] = useState(false);
  const close = () => setAnchor(null);
  const shown = present ?? t('branches.folder');
  return (
    <Box sx={{ px: 4, pb: 2 }}>
      <Button
        fullWidth
        size="small"
        variant="outlined"
        aria-haspopup="menu"
        aria-label={t('branches.switch', { shown })}
        startIcon={<CallSplitRounded />}
        endIcon={<ExpandMoreRounded />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ px: 3, '& .MuiButton-endIcon': { ml: 'auto' } }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {shown}
        </Box>
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        slotProps={{ paper: { sx: { minWidth: 220, maxWidth: 320 } } }}
      >
        {[undefined, ...branches.map(({ name }) => name)].map((name) => (
          <MenuItem
            key={name ?? ''}
            component={Link}
            to={filesAddress({ branch: name, file })}
            selected={name === present}
            aria-current={name === present ? 'true' : undefined}
            onClick={close}
          >
            <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {name ?? t('branches.folder')}
            </Box>
          </MenuItem>
        ))}
        <Divider />
        <MenuItem
          onClick={() => {
            close();
            setMaking(true);
          }}
        >
          {t('branches.newMore')}
        </MenuItem>
        <MenuItem component={Link} to="/files/branches" onClick={close}>
          {t('branches.all')}
        </MenuItem>
      </Menu>
      {making && (
        <NewBranch
          branches={branches}
          onMade={({ name }) => {
            setMaking(false);
            void navigate(filesAddress({ branch: name, file }));
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </Box>
  );
}
