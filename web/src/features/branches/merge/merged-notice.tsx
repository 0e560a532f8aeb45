import type { ConfigVersion, MissingSecret } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUndoVersionMutation } from '../../../api/config-history.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { MissingSecrets } from '../../history/missing-secrets.tsx';

export interface Merged {
  version: ConfigVersion | null;
  missingSecrets: readonly MissingSecret[];
  kept: boolean;
}

/** What was merged, and the way back; and from there the way forth. */
export function MergedNotice({ branch, merged }: { branch: string; merged: Merged }) {
  const { t } = useTranslation();
  const [last, setLast] = useState(merged);
  const [isUndone, setIsUndone] = useState(false);
  const [undo, undoing] = useUndoVersionMutation();
  const { version, missingSecrets } = last;
  // A branch whose versions the folder has had has nothing left to merge: what is wanted again is the undoing undone.
  const turn = async (versionId: string) => {
    const { data } = await undo({ versionId });
    if (!data) return;
    setLast({ ...merged, version: data.version, missingSecrets: data.missingSecrets });
    setIsUndone(!isUndone);
  };
  const state = isUndone ? 'undone' : merged.version ? 'merged' : 'already';
  return (
    <Notice
      role="status"
      title={t(`branches.merged.titles.${state}`, { branch })}
      what={t(`branches.merged.what.${state}`, { count: merged.version?.files.length ?? 0 })}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 3 }}>
          {version && (
            <>
              <Button variant="outlined" loading={undoing.isLoading} onClick={() => void turn(version.id)}>
                {isUndone ? t('branches.merged.putBack') : t('undo')}
              </Button>
              <Button variant="outlined" component={Link} to={`/files/history?version=${version.id}`}>
                {t('branches.merged.history')}
              </Button>
            </>
          )}
          <Button variant="contained" component={Link} to="/files">
            {t('branches.openFolder')}
          </Button>
        </Box>
      }
    >
      <Box sx={{ display: 'grid', gap: 3, textAlign: 'left', maxWidth: '64ch' }}>
        {missingSecrets.length > 0 && <MissingSecrets missing={missingSecrets} />}
        {undoing.error && <FormProblem error={undoing.error} />}
        {state === 'merged' && merged.kept && (
          <Typography variant="body2" color="textSecondary">
            {t('branches.merged.kept', { branch })}
          </Typography>
        )}
      </Box>
    </Notice>
  );
}
