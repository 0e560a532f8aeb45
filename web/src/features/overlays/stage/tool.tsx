import MoreHorizRounded from '@mui/icons-material/MoreHorizRounded';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Tooltip from '@mui/material/Tooltip';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface ToolProps {
  name: string;
  /** More than the name, for the eye. */
  hint?: string;
  icon: ComponentType<SvgIconProps>;
  /** Of a switch: whether it is on. */
  on?: boolean;
  /** Of no use right now. */
  off?: boolean;
  onClick(): void;
}

/** One that is of no use right now keeps its place, so that nothing moves under the hand. */
export function Tool({ name, hint, icon: Icon, on, off = false, onClick }: ToolProps) {
  return (
    <Tooltip title={hint ? `${name} · ${hint}` : name}>
      <IconButton
        aria-label={name}
        {...(on !== undefined && { 'aria-pressed': on })}
        {...(off && { 'aria-disabled': true })}
        onClick={() => !off && onClick()}
        sx={{
          flex: 'none',
          ...(off ? { opacity: 0.4 } : on && { color: 'accentStrong', bgcolor: 'raised' }),
        }}
      >
        <Icon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}

/** Tools that the row has no room for. */
export function MoreTools({ tools }: { tools: readonly ToolProps[] }) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Tooltip title={t('overlays.stage.more')}>
        <IconButton
          aria-label={t('overlays.stage.more')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
          sx={{ flex: 'none' }}
        >
          <MoreHorizRounded fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {tools.map(({ name, icon: Icon, on, off = false, onClick }) => (
          <MenuItem
            key={name}
            disabled={off}
            {...(on !== undefined && { role: 'menuitemcheckbox', 'aria-checked': on })}
            onClick={() => {
              close();
              onClick();
            }}
          >
            <ListItemIcon sx={{ color: on ? 'accentStrong' : 'text.secondary' }}>
              <Icon fontSize="small" />
            </ListItemIcon>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
