import type { ConfigBranch } from '@marquee/contracts';
import CallSplitRounded from '@mui/icons-material/CallSplitRounded';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { Age } from '../../../ui/age.tsx';
import { Row } from '../../../ui/rows.tsx';
import { filesAddress } from '../../files/files-address.ts';
import { branchHistoryAddress, mergeAddress } from '../branch-addresses.ts';

const MOST_PATHS = 3;

export function BranchRow({ branch, onRemove }: { branch: ConfigBranch; onRemove(): void }) {
  const { name, by, changedAt, files, behind } = branch;
  const { t } = useTranslation();
  const paths = files.slice(0, MOST_PATHS).map(({ path }) => path);
  const more = files.length - paths.length;
  return (
    <Row sx={{ flexWrap: 'wrap', rowGap: 2 }}>
      <CallSplitRounded
        aria-hidden
        sx={{ color: 'text.low', flex: 'none', display: { xs: 'none', sm: 'block' } }}
      />
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Link
          component={RouterLink}
          to={filesAddress({ branch: name })}
          variant="subtitle2"
          color="textPrimary"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {name}
        </Link>
        <Typography variant="body2" color="textSecondary">
          {by} · <Age at={changedAt} /> · {t('branches.files', { count: files.length })} ·{' '}
          {behind === 0 ? t('branches.notBehind') : t('branches.behind', { count: behind })}
        </Typography>
        {paths.length > 0 && (
          <Typography variant="caption" color="textSecondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
            {paths.join(', ')}
            {more > 0 && ` ${t('branches.morePaths', { count: more })}`}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        {files.length > 0 && (
          <>
            <Button
              size="small"
              component={RouterLink}
              to={branchHistoryAddress(branch)}
              aria-label={t('branches.compareWhat', { branch: name })}
            >
              {t('branches.compare')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              component={RouterLink}
              to={mergeAddress(name)}
              aria-label={t('branches.mergeWhat', { branch: name })}
            >
              {t('branches.mergeMore')}
            </Button>
          </>
        )}
        <Button
          size="small"
          variant="outlined"
          component={RouterLink}
          to={filesAddress({ branch: name })}
          aria-label={t('branches.openWhat', { branch: name })}
        >
          {t('branches.open')}
        </Button>
        <Tooltip title={t('branches.remove.go')}>
          <IconButton aria-label={t('branches.removeWhat', { branch: name })} onClick={onRemove}>
            <DeleteOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
    </Row>
  );
}
