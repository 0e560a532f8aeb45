import ArrowDropDownRounded from '@mui/icons-material/ArrowDropDownRounded';
import Chip from '@mui/material/Chip';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatResolution } from '../../i18n/format.ts';

/** As Plex names them. */
const resolutions = ['4k', '1080', '720', '576', '480', 'sd'];

export function ResolutionChip(props: {
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (value: string | undefined) => {
    setAnchor(null);
    props.onChange(value);
  };
  return (
    <>
      <Chip
        label={props.value ? formatResolution(props.value) : t('library.resolution')}
        color={props.value ? 'primary' : 'default'}
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        deleteIcon={<ArrowDropDownRounded />}
        onDelete={({ currentTarget }) => setAnchor(currentTarget.closest('.MuiChip-root'))}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem selected={!props.value} onClick={() => choose(undefined)}>
          {t('library.anyResolution')}
        </MenuItem>
        {resolutions.map((resolution) => (
          <MenuItem key={resolution} selected={props.value === resolution} onClick={() => choose(resolution)}>
            {formatResolution(resolution)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
