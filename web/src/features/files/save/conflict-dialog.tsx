import Button from '@mui/material/Button';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogActions, TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import { Compare } from '../editor/compare.tsx';
import type { Desk } from '../editor/desk.ts';

/** The file was changed elsewhere meanwhile: both texts, and nothing lost either way. */
export function ConflictDialog(props: {
  desk: Desk;
  path: string;
  theirs: string;
  mine: string;
  busy: boolean;
  onTheirs(): void;
  onMine(text: string): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const read = useRef(() => props.mine);
  return (
    <TallDialog
      title={t('files.conflict.title')}
      what={t('files.conflict.what', { path: props.path })}
      width="md"
      onClose={props.onClose}
      foot={
        <DialogActions>
          <Button onClick={props.onClose} disabled={props.busy}>
            {t('files.conflict.later')}
          </Button>
          <Button variant="outlined" onClick={props.onTheirs} disabled={props.busy}>
            {t('files.conflict.theirs')}
          </Button>
          <Button variant="contained" onClick={() => props.onMine(read.current())} loading={props.busy}>
            {t('files.conflict.mine')}
          </Button>
        </DialogActions>
      }
    >
      <Compare
        desk={props.desk}
        first={props.theirs}
        second={props.mine}
        path={props.path}
        labels={[t('files.conflict.first'), t('files.conflict.second')]}
        onEditable={(reader) => {
          read.current = reader;
        }}
      />
    </TallDialog>
  );
}
