import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogActions, TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import { Compare } from '../editor/compare.tsx';
import type { Desk } from '../editor/desk.ts';
import type { Conflict } from '../use-workbench.ts';

/** The file was changed elsewhere meanwhile: both texts, and nothing lost either way. */
export function ConflictDialog(props: {
  desk: Desk;
  conflict: Conflict;
  busy: boolean;
  onTheirs(): void;
  onMine(text: string): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { path, theirs, proposed, merged, clashes } = props.conflict;
  const read = useRef(() => proposed);
  return (
    <TallDialog
      title={t('files.conflict.title')}
      what={t('files.conflict.what', { path })}
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
            {t(merged ? 'files.conflict.saveBoth' : 'files.conflict.mine')}
          </Button>
        </DialogActions>
      }
    >
      {merged && (
        <Typography variant="body2" role="status">
          {clashes.length === 0
            ? t('files.conflict.merged')
            : t('files.conflict.clashes', { count: clashes.length, lines: clashes.join(', ') })}
        </Typography>
      )}
      <Compare
        desk={props.desk}
        first={theirs}
        second={proposed}
        path={path}
        labels={[t('files.conflict.first'), t(merged ? 'files.conflict.both' : 'files.conflict.second')]}
        onEditable={(reader) => {
          read.current = reader;
        }}
      />
    </TallDialog>
  );
}
