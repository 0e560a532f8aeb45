import type { ConfigBranch } from '@marquee/contracts';
import { useTranslation } from 'react-i18next';
import { useRemoveBranchMutation } from '../../../api/config-branches.ts';
import { AskDialog } from '../../../ui/ask-dialog.tsx';

/** Where a new branch of the name can begin, to be what the removed one was. */
export interface Removed {
  name: string;
  versionId: string;
}

export function RemoveBranch(props: {
  branch: ConfigBranch;
  onRemoved(removed: Removed): void;
  onClose(): void;
}) {
  const { name, files } = props.branch;
  const { t } = useTranslation();
  const [remove, { error, isLoading }] = useRemoveBranchMutation();
  const go = async () => {
    const { data } = await remove({ branch: name });
    if (data) props.onRemoved({ name, versionId: data.versionId });
  };
  return (
    <AskDialog
      title={t('branches.remove.title', { branch: name })}
      what={t(files.length === 0 ? 'branches.remove.whatNothing' : 'branches.remove.what', {
        count: files.length,
      })}
      go={t('branches.remove.go')}
      harm
      busy={isLoading}
      error={error}
      onGo={() => void go()}
      onClose={props.onClose}
    />
  );
}
