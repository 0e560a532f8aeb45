import type { ConfigVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfigBranchesQuery } from '../../api/config-branches.ts';
import { branchOf, ofBranch } from './of-branch.ts';
import { shortId } from './version-names.ts';

type Choice = 'before' | 'now' | 'other' | 'branch';

/** What a version is compared with; another one is chosen in the list. */
export function AgainstChoice(props: {
  version: ConfigVersion;
  against: string | undefined;
  picking: boolean;
  onAgainst(against: string | undefined): void;
  onPick(picking: boolean): void;
}) {
  const { version, against, picking } = props;
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data: branches = [] } = useConfigBranchesQuery();
  const branch = branchOf(against);
  const isOther = against !== undefined && against !== 'now' && against !== version.id;
  const other = isOther && branch === undefined ? against : undefined;
  const chosen: Choice =
    picking || other ? 'other' : branch !== undefined ? 'branch' : against === 'now' ? 'now' : 'before';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={chosen}
        aria-label={t('history.against')}
        onChange={(event: MouseEvent<HTMLElement>, next: Choice | null) => {
          // Pressed once more it asks for another one.
          const wanted = next ?? chosen;
          if (wanted === 'other') props.onPick(true);
          else if (wanted === 'branch') setAnchor(event.currentTarget);
          else if (next !== null) props.onAgainst(next === 'now' ? 'now' : undefined);
        }}
        // A phone has room for them in two lines of whole words.
        sx={{ '& .MuiToggleButton-root': { px: { xs: 2, sm: 3 }, overflowWrap: 'normal' } }}
      >
        <ToggleButton value="before">{t('history.before')}</ToggleButton>
        <ToggleButton value="now">{t('history.now')}</ToggleButton>
        <ToggleButton value="other">
          {other && !picking ? t('history.otherChosen', { version: shortId(other) }) : t('history.other')}
        </ToggleButton>
        {(branches.length > 0 || branch !== undefined) && (
          <ToggleButton value="branch" aria-haspopup="menu">
            {branch === undefined ? t('history.branch') : t('history.otherChosen', { version: branch })}
          </ToggleButton>
        )}
      </ToggleButtonGroup>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {branches.map(({ name }) => (
          <MenuItem
            key={name}
            selected={name === branch}
            onClick={() => {
              setAnchor(null);
              props.onAgainst(ofBranch(name));
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
      {picking && (
        <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Typography variant="body2">{t('history.pick')}</Typography>
          <Button size="small" onClick={() => props.onPick(false)}>
            {t('history.pickEnd')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
