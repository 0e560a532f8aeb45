import '../../../i18n/branches-words.ts';
import '../../../i18n/files-words.ts';
import type { ConfigBranch } from '@marquee/contracts';
import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useConfigBranchesQuery, useMakeBranchMutation } from '../../../api/config-branches.ts';
import { usePlace } from '../../../frame/place.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemLine } from '../../../ui/problem-line.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { RowsCard, RowsSkeleton } from '../../../ui/rows.tsx';
import { Told } from '../../../ui/told.tsx';
import { filesAddress } from '../../files/files-address.ts';
import { NewBranch } from '../new-branch.tsx';
import { BranchRow } from './branch-row.tsx';
import { RemoveBranch, type Removed } from './remove-branch.tsx';

type Asking = { what: 'new' } | { what: 'remove'; branch: ConfigBranch } | null;

/** The branches of the history: what is tried beside the folder. */
export default function BranchesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  usePlace([{ label: t('files.title'), to: '/files' }, { label: t('branches.title') }]);
  const {
    data: branches,
    error,
    refetch,
  } = useConfigBranchesQuery(undefined, { refetchOnMountOrArgChange: true });
  const [asking, setAsking] = useState<Asking>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [make, making] = useMakeBranchMutation();
  const close = () => setAsking(null);
  const bringBack = async ({ name, versionId }: Removed) => {
    setRemoved(null);
    const { data } = await make({ body: { name, from: versionId } });
    if (data) setTold(t('branches.back', { branch: name }));
  };
  const newButton = (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setAsking({ what: 'new' })}>
      {t('branches.new')}
    </Button>
  );
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 6 }}>
        <Box sx={{ flex: '1 1 280px' }}>
          <Typography variant="h1">{t('branches.title')}</Typography>
          <Typography color="textSecondary" sx={{ mt: 1, maxWidth: '72ch' }}>
            {t('branches.what')}
          </Typography>
        </Box>
        {branches && branches.length > 0 && newButton}
      </Box>
      {!branches && error && <ProblemNotice error={error} onRetry={refetch} />}
      {!branches && !error && <RowsSkeleton count={3} />}
      {branches?.length === 0 && (
        <Notice title={t('branches.none.title')} what={t('branches.none.what')} action={newButton} />
      )}
      {branches && branches.length > 0 && (
        <RowsCard>
          {branches.map((branch) => (
            <BranchRow
              key={branch.name}
              branch={branch}
              onRemove={() => setAsking({ what: 'remove', branch })}
            />
          ))}
        </RowsCard>
      )}
      {asking?.what === 'new' && (
        <NewBranch
          branches={branches ?? []}
          onMade={({ name }) => void navigate(filesAddress({ branch: name }))}
          onClose={close}
        />
      )}
      {asking?.what === 'remove' && (
        <RemoveBranch
          branch={asking.branch}
          onRemoved={(gone) => {
            close();
            setRemoved(gone);
          }}
          onClose={close}
        />
      )}
      {removed && (
        <Told
          key={removed.versionId}
          words={t('branches.removed', { branch: removed.name })}
          onUndo={() => void bringBack(removed)}
          onClose={() => setRemoved(null)}
        />
      )}
      {told !== null && <Told words={told} onClose={() => setTold(null)} />}
      {making.error && <ProblemLine error={making.error} onClose={making.reset} />}
    </>
  );
}
