import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { themeChoices, themeIcons } from './theme-choice.ts';

/** For whoever has no menu of their own yet. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const { mode = 'dark', setMode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const Current = themeIcons[mode];
  return (
    <>
      <Tooltip title={t('frame.theme')}>
        <IconButton
          aria-label={t('frame.theme')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Current fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {themeChoices.map((choice) => {
          const Icon = themeIcons[choice];
          return (
            <MenuItem
              key={choice}
              role="menuitemradio"
              aria-checked={mode === choice}
              selected={mode === choice}
              onClick={() => {
                setMode(choice);
                setAnchor(null);
              }}
            >
              <ListItemIcon>
                <Icon fontSize="small" />
              </ListItemIcon>
              {t(`frame.themes.${choice}`)}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
