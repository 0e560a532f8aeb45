import type { ConfigDraft } from '@marquee/contracts';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Age } from '../../../ui/age.tsx';
import { FirstLookHint } from '../first-look/first-look-hint.tsx';
import { Bar } from './bar.tsx';
import { useEditorContext } from './use-editor.ts';

/** What the person should know before going on: a draft of theirs, a newer file, an edit that could not be made. */
export function EditorBars(props: {
  draft: ConfigDraft | null;
  stale: boolean;
  newerOnDisk: boolean;
  onRestore(): void;
  onDiscard(): void;
  onTakeNewer(): void;
}) {
  const { t } = useTranslation();
  const { refused, forgetRefusal } = useEditorContext();
  return (
    <>
      <FirstLookHint />
      {props.draft && (
        <Bar
          tone="info"
          actions={
            <>
              <Button size="small" onClick={props.onDiscard}>
                {t('overlays.draft.discard')}
              </Button>
              <Button size="small" variant="outlined" onClick={props.onRestore}>
                {t('overlays.draft.restore')}
              </Button>
            </>
          }
        >
          {t('overlays.draft.found')} <Age at={props.draft.savedAt} />.{' '}
          {props.stale && t('overlays.draft.stale')}
        </Bar>
      )}
      {props.newerOnDisk && (
        <Bar
          tone="warn"
          actions={
            <Button size="small" variant="outlined" onClick={props.onTakeNewer}>
              {t('overlays.draft.takeNewer')}
            </Button>
          }
        >
          {t('overlays.draft.newer')}
        </Bar>
      )}
      {refused && (
        <Bar
          tone="warn"
          actions={
            <Button size="small" onClick={forgetRefusal}>
              {t('close')}
            </Button>
          }
        >
          {t('overlays.editor.refused', { why: refused })}
        </Bar>
      )}
    </>
  );
}
