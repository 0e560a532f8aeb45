import type { ConfigVersion, MissingSecret } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMakeBranchMutation } from '../../../api/config-branches.ts';
import { useUndoVersionMutation } from '../../../api/config-history.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { filesAddress } from '../../files/files-address.ts';
import { MissingSecrets } from '../../history/missing-secrets.tsx';

export interface Merged {
  version: ConfigVersion | null;
  missingSecrets: readonly MissingSecret[];
  kept: boolean;
  /** What the branch was, should it be wanted back. */
  branchVersionId: string;
}

/** What was merged, and the way back. */
export function MergedNotice({ branch, merged }: { branch: string; merged: Merged }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { version, missingSecrets, kept, branchVersionId } = merged;
  const [undo, undoing] = useUndoVersionMutation();
  const [make, making] = useMakeBranchMutation();
  const undone = undoing.data;
  const missing = undone?.missingSecrets ?? missingSecrets;
  const bringBack = async () => {
    const { data } = await make({ body: { name: branch, from: branchVersionId } });
    if (data) void navigate(filesAddress({ branch }));
  };
  return (
    <Notice
      role="status"
      title={
        undone
          ? t('branches.merged.undone')
          : version
            ? t('branches.merged.title', { branch })
            : t('branches.merged.already', { branch })
      }
      what={
        undone
          ? t(kept ? 'branches.merged.undoneKept' : 'branches.merged.undoneWhat', { branch })
          : version
            ? t('branches.merged.what', { count: version.files.length })
            : t('branches.merged.alreadyWhat')
      }
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 3 }}>
          {version && !undone && (
            <Button
              variant="outlined"
              loading={undoing.isLoading}
              onClick={() => void undo({ versionId: version.id })}
            >
              {t('undo')}
            </Button>
          )}
          {undone && !kept && (
            <Button variant="outlined" loading={making.isLoading} onClick={() => void bringBack()}>
              {t('branches.bringBack', { branch })}
            </Button>
          )}
          {version && (
            <Button
              variant="outlined"
              component={Link}
              to={`/files/history?version=${undone?.version?.id ?? version.id}`}
            >
              {t('branches.merged.history')}
            </Button>
          )}
          <Button variant="contained" component={Link} to="/files">
            {t('branches.openFolder')}
          </Button>
        </Box>
      }
    >
      <Box sx={{ display: 'grid', gap: 3, textAlign: 'left', maxWidth: '64ch' }}>
        {missing.length > 0 && <MissingSecrets missing={missing} />}
        {undoing.error && <FormProblem error={undoing.error} />}
        {making.error && <FormProblem error={making.error} />}
        {!undone && kept && version && (
          <Typography variant="body2" color="textSecondary">
            {t('branches.merged.kept', { branch })}
          </Typography>
        )}
      </Box>
    </Notice>
  );
}
