import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateConfigFileMutation } from '../../api/config-files.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { usePresentBranch } from './branch/present-branch.ts';
import { isPath } from './is-path.ts';

/** Asks for a path and makes the file. */
export function NewFile(props: {
  taken: readonly string[];
  path?: string;
  onMade(file: { id: string; path: string }): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const branch = usePresentBranch();
  const [path, setPath] = useState(props.path ?? '');
  const [tried, setTried] = useState(false);
  const [create, { error, isLoading }] = useCreateConfigFileMutation();
  const wanted = path.trim();
  const trouble = props.taken.includes(wanted)
    ? t('files.make.taken')
    : isPath(wanted)
      ? undefined
      : t('files.make.trouble');
  const go = async () => {
    setTried(true);
    if (trouble !== undefined) return;
    const { data } = await create({ branch, body: { path: wanted, content: beginningOf(wanted) } });
    if (data) props.onMade(data);
  };
  return (
    <AskDialog
      title={t('files.make.title')}
      go={t('files.make.go')}
      busy={isLoading}
      error={error}
      onGo={() => void go()}
      onClose={props.onClose}
    >
      <Field
        autoFocus
        label={t('files.make.path')}
        hint={<MarkedText text={t('files.make.hint')} />}
        trouble={tried ? trouble : undefined}
        value={path}
        inputProps={{ maxLength: 400, spellCheck: false, autoCapitalize: 'none' }}
        onChange={({ target }) => setPath(target.value)}
      />
    </AskDialog>
  );
}

/** The section that the path speaks of; another can take its place. */
function beginningOf(path: string): string {
  if (!/\.ya?ml$/i.test(path)) return '';
  if (path === 'config.yml') return 'libraries:\n';
  const section = ['overlays', 'collections', 'metadata', 'playlists'].find((name) =>
    path.toLowerCase().includes(name.replace(/s$/, '')),
  );
  return section === undefined ? '' : `${section}:\n`;
}
