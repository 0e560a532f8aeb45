import type { ConfigBranch } from '@marquee/contracts';
import CallSplitRounded from '@mui/icons-material/CallSplitRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { branchHistoryAddress, mergeAddress } from '../../branches/branch-addresses.ts';

/** Says that this is not what Kometa reads, and leads to where it becomes that. */
export function BranchBand(props: {
  name: string;
  /** Undefined while it is not known. */
  branch: ConfigBranch | undefined;
  gone: boolean;
  /** What is not saved is not on the branch either. */
  unsaved: boolean;
}) {
  const { name, branch, gone, unsaved } = props;
  const { t } = useTranslation();
  const changed = branch?.files.length ?? 0;
  const state = [
    branch && t('branches.files', { count: changed }),
    branch && branch.behind > 0 && t('branches.behind', { count: branch.behind }),
    unsaved && t('branches.band.unsaved'),
  ].filter(Boolean);
  return (
    <Box
      role={gone ? 'alert' : 'note'}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 3,
        rowGap: 1,
        px: 4,
        py: 1.5,
        flex: 'none',
        borderBottom: 1,
        borderColor: 'line',
        bgcolor: 'raised',
        boxShadow: (theme) =>
          `inset 3px 0 ${gone ? theme.vars.palette.error.main : theme.vars.palette.info.main}`,
      }}
    >
      <CallSplitRounded
        aria-hidden
        sx={{ fontSize: 18, color: gone ? 'error.main' : 'info.main', display: { xs: 'none', sm: 'block' } }}
      />
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography variant="body2">
          {gone ? t('branches.band.gone', { branch: name }) : t('branches.band.on', { branch: name })}
        </Typography>
        {!gone && state.length > 0 && (
          <Typography variant="caption" color="textSecondary" component="p">
            {state.join(' · ')}
          </Typography>
        )}
      </Box>
      {gone ? (
        <Button size="small" component={Link} to="/files">
          {t('branches.openFolder')}
        </Button>
      ) : (
        branch &&
        changed > 0 && (
          <Box sx={{ display: 'flex', gap: 2 }}>
            <Button size="small" component={Link} to={branchHistoryAddress(branch)}>
              {t('branches.compare')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              component={Link}
              to={mergeAddress(name)}
              disabled={unsaved}
            >
              {t('branches.mergeMore')}
            </Button>
          </Box>
        )
      )}
    </Box>
  );
}
