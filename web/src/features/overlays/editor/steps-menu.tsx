import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorContext } from './use-editor.ts';

/** Every step by its name, newest first; choosing one goes to where it was just done. */
export function StepsMenu() {
  const { t } = useTranslation();
  const { document, dispatch } = useEditorContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { past, future } = document;
  const steps = [...past, ...future.toReversed()];
  const go = (count: number) => {
    dispatch({ kind: 'went', steps: count });
    setAnchor(null);
  };
  return (
    <>
      <Tooltip title={t('overlays.editor.steps')}>
        <span>
          <IconButton
            aria-label={t('overlays.editor.steps')}
            aria-haspopup="menu"
            disabled={steps.length === 0}
            onClick={(event) => setAnchor(event.currentTarget)}
            sx={{ width: 24, ml: -1, '&.Mui-disabled': { color: 'text.low', opacity: 0.45 } }}
          >
            <ExpandMoreRounded fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { maxHeight: 400, minWidth: 240 } } }}
      >
        {steps
          .map((step, place) => (
            <MenuItem
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place.
              key={place}
              selected={place === past.length - 1}
              onClick={() => go(place + 1)}
              sx={{ color: place < past.length ? 'text.primary' : 'text.low' }}
            >
              {step.name}
            </MenuItem>
          ))
          .toReversed()}
        <MenuItem key="opened" selected={past.length === 0} onClick={() => go(0)}>
          {t('overlays.editor.opened')}
        </MenuItem>
      </Menu>
    </>
  );
}
