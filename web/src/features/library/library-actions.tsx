import ImageOutlined from '@mui/icons-material/ImageOutlined';
import MoreHorizRounded from '@mui/icons-material/MoreHorizRounded';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreparePostersMutation } from '../../api/libraries.ts';
import { useAppDispatch } from '../../app/store.ts';
import { jobProgressed } from '../../live/live-slice.ts';
import { ProblemLine } from '../../ui/problem-line.tsx';

export function LibraryActions({ libraryId }: { libraryId: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [prepare, { error, reset }] = usePreparePostersMutation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const start = async () => {
    setAnchor(null);
    const { data: job } = await prepare({ libraryId, body: { width: 360 } });
    if (job) dispatch(jobProgressed(job));
  };
  return (
    <>
      {error && <ProblemLine error={error} onClose={reset} />}
      <Tooltip title={t('library.actions')}>
        <IconButton
          aria-label={t('library.actions')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <MoreHorizRounded />
        </IconButton>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <MenuItem onClick={() => void start()}>
          <ListItemIcon>
            <ImageOutlined fontSize="small" />
          </ListItemIcon>
          <ListItemText primary={t('library.prepare')} secondary={t('library.prepareWhat')} />
        </MenuItem>
      </Menu>
    </>
  );
}
