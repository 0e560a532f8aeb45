import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCreateOverlayFileMutation } from '../../../api/overlays.ts';
import { AskDialog } from '../../../ui/ask-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { freeName } from '../model/layers.ts';

/** Asks for a name, makes the file and opens it. */
export function NewFile(props: { taken: readonly string[]; text?: string; onClose(): void }) {
  const { taken, text = 'overlays:\n', onClose } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [path, setPath] = useState(
    () => `${freeName('overlays/mine', taken.map(stem)).replaceAll(' ', '-')}.yml`,
  );
  const [tried, setTried] = useState(false);
  const [create, { error, isLoading }] = useCreateOverlayFileMutation();
  const wanted = path.trim();
  const bad = !/^[^/\\].*\.ya?ml$/.test(wanted) || wanted.split('/').some((part) => /^\.*$/.test(part));
  const go = async () => {
    setTried(true);
    if (bad) return;
    const { data } = await create({ body: { path: wanted, text } });
    if (data) void navigate(`/overlays/edit/${data.id}`);
  };
  return (
    <AskDialog
      title={t('overlays.newFile.title')}
      go={t('overlays.newFile.go')}
      busy={isLoading}
      error={error}
      onGo={() => void go()}
      onClose={onClose}
    >
      <Field
        autoFocus
        label={t('overlays.newFile.path')}
        hint={t('overlays.newFile.pathHint')}
        trouble={tried && bad ? t('overlays.newFile.trouble') : undefined}
        value={path}
        inputProps={{ maxLength: 200, spellCheck: false }}
        onChange={({ target }) => setPath(target.value)}
      />
      <Typography variant="body2" color="textSecondary">
        <MarkedText text={t('overlays.newFile.what')} />
      </Typography>
    </AskDialog>
  );
}

function stem(path: string): string {
  return path.replace(/\.ya?ml$/, '').replace(/-(\d+)$/, ' $1');
}
