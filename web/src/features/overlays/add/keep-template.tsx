import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeepOverlayTemplateMutation } from '../../../api/overlays.ts';
import { AskDialog } from '../../../ui/ask-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { useEditorContext } from '../editor/use-editor.ts';
import { bodyOf } from '../model/definition-body.ts';

/** Keeps a layer as a template of one's own. */
export function KeepTemplate({ mapping, onClose }: { mapping: string; onClose(): void }) {
  const { t } = useTranslation();
  const { entries, text } = useEditorContext();
  const [title, setTitle] = useState(mapping);
  const [keep, { error, isLoading }] = useKeepOverlayTemplateMutation();
  const entry = entries.find((one) => one.mapping === mapping);
  const go = async () => {
    if (!entry) return;
    const { data } = await keep({
      body: { title: title.trim(), level: entry.level, yaml: bodyOf(text, entry) },
    });
    if (data) onClose();
  };
  return (
    <AskDialog
      title={t('overlays.add.keepTitle')}
      what={t('overlays.add.keepWhat')}
      go={t('overlays.add.keep')}
      busy={isLoading}
      disabled={title.trim() === '' || !entry}
      error={error}
      onGo={() => void go()}
      onClose={onClose}
    >
      <Field
        label={t('overlays.add.keepName')}
        value={title}
        inputProps={{ maxLength: 80 }}
        onChange={({ target }) => setTitle(target.value)}
      />
    </AskDialog>
  );
}
