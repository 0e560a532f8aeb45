import { useTranslation } from 'react-i18next';
import { useRemoveConfigFileMutation } from '../../../api/config-files.ts';
import { AskDialog } from '../../../ui/ask-dialog.tsx';
import { usePresentBranch } from '../branch/present-branch.ts';

export function RemoveDialog(props: {
  file: { id: string; path: string };
  etag: string;
  onRemoved(): void;
  onClose(): void;
}) {
  const { file, etag } = props;
  const { t } = useTranslation();
  const branch = usePresentBranch();
  const [remove, { error, isLoading }] = useRemoveConfigFileMutation();
  const go = async () => {
    const { error: refused } = await remove({ fileId: file.id, branch, etag });
    if (!refused) props.onRemoved();
  };
  return (
    <AskDialog
      title={t('files.remove.title')}
      what={t(branch === undefined ? 'files.remove.what' : 'branches.removeFile', { path: file.path })}
      go={t('files.remove.go')}
      harm
      busy={isLoading}
      error={error}
      onGo={() => void go()}
      onClose={props.onClose}
    />
  );
}
