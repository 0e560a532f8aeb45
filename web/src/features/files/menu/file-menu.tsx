import BookmarkAddOutlined from '@mui/icons-material/BookmarkAddOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import DriveFileRenameOutlineRounded from '@mui/icons-material/DriveFileRenameOutlineRounded';
import FormatIndentIncreaseRounded from '@mui/icons-material/FormatIndentIncreaseRounded';
import HistoryRounded from '@mui/icons-material/HistoryRounded';
import MoreHorizRounded from '@mui/icons-material/MoreHorizRounded';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePresentBranch } from '../branch/present-branch.ts';

const entries = [
  { act: 'format', icon: FormatIndentIncreaseRounded },
  { act: 'history', icon: HistoryRounded },
  { act: 'template', icon: BookmarkAddOutlined },
  { act: 'move', icon: DriveFileRenameOutlineRounded },
  { act: 'remove', icon: DeleteOutlined },
] as const;
export type FileAct = (typeof entries)[number]['act'];

/** What can be done with a file beside writing in it. */
export function FileMenu({ onAct }: { onAct(act: FileAct): void }) {
  const { t } = useTranslation();
  const onBranch = usePresentBranch() !== undefined;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip title={t('files.menu.open')}>
        <IconButton
          aria-label={t('files.menu.open')}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <MoreHorizRounded fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {/* The versions that are listed are those of the folder. */}
        {entries
          .filter(({ act }) => !onBranch || act !== 'history')
          .map(({ act, icon: Icon }) => (
            <MenuItem
              key={act}
              onClick={() => {
                setAnchor(null);
                onAct(act);
              }}
            >
              <ListItemIcon>
                <Icon fontSize="small" />
              </ListItemIcon>
              {t(`files.menu.${act}`)}
            </MenuItem>
          ))}
      </Menu>
    </>
  );
}
