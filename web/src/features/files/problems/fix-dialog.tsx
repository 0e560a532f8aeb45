import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { DialogActions, TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import { applyEdits } from '../checking/apply-edits.ts';
import type { ProblemFix } from '../checking/problem.ts';
import { Compare } from '../editor/compare.tsx';
import type { Desk } from '../editor/desk.ts';

/** What a fix would change, before it does. */
export function FixDialog(props: {
  desk: Desk;
  path: string;
  text: string;
  fix: ProblemFix;
  onApply(): void;
  onClose(): void;
}) {
  const { desk, path, text, fix } = props;
  const { t } = useTranslation();
  return (
    <TallDialog
      title={t('files.fix.title')}
      what={t('files.fix.what', { fix: fix.title })}
      width="md"
      onClose={props.onClose}
      onSubmit={props.onApply}
      foot={
        <DialogActions>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="contained">
            {t('files.fix.go')}
          </Button>
        </DialogActions>
      }
    >
      <Compare
        desk={desk}
        first={text}
        second={applyEdits(text, fix)}
        path={path}
        labels={[t('files.fix.first', { path }), t('files.fix.second', { path })]}
      />
    </TallDialog>
  );
}
