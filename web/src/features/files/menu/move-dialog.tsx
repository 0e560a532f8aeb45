import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoveConfigFileMutation } from '../../../api/config-files.ts';
import { AskDialog } from '../../../ui/ask-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { usePresentBranch } from '../branch/present-branch.ts';
import { isPath } from '../is-path.ts';

/** Another name, or another folder. Text that is not saved must not be left behind. */
export function MoveDialog(props: {
  file: { id: string; path: string };
  etag: string;
  unsaved: boolean;
  taken: readonly string[];
  onMoved(path: string): void;
  onClose(): void;
}) {
  const { file, etag, unsaved, taken } = props;
  const { t } = useTranslation();
  const branch = usePresentBranch();
  const [path, setPath] = useState(file.path);
  const [tried, setTried] = useState(false);
  const [move, { error, isLoading }] = useMoveConfigFileMutation();
  const wanted = path.trim();
  const trouble = unsaved
    ? t('files.move.unsaved')
    : wanted !== file.path && taken.includes(wanted)
      ? t('files.make.taken')
      : isPath(wanted)
        ? undefined
        : t('files.make.trouble');
  const go = async () => {
    setTried(true);
    if (trouble !== undefined) return;
    if (wanted === file.path) return props.onClose();
    const { data } = await move({ fileId: file.id, branch, etag, body: { path: wanted } });
    if (data) props.onMoved(data.path);
  };
  return (
    <AskDialog
      title={t('files.move.title')}
      what={t('files.move.what')}
      go={t('files.move.go')}
      busy={isLoading}
      error={error}
      onGo={() => void go()}
      onClose={props.onClose}
    >
      <Field
        autoFocus
        label={t('files.make.path')}
        trouble={tried || unsaved ? trouble : undefined}
        value={path}
        inputProps={{ maxLength: 400, spellCheck: false, autoCapitalize: 'none' }}
        onChange={({ target }) => setPath(target.value)}
      />
    </AskDialog>
  );
}
