import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { DialogActions, TallDialog } from '../dialog/tall-dialog.tsx';
import { DiffView } from './diff-view.tsx';

/** The file was changed elsewhere meanwhile: both texts, and nothing lost either way. */
export function ConflictChoice(props: {
  theirs: string;
  mine: string;
  busy: boolean;
  onTheirs(): void;
  onMine(): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  return (
    <TallDialog
      title={t('overlays.conflict.title')}
      what={t('overlays.conflict.what')}
      width="md"
      onClose={props.onClose}
      foot={
        <DialogActions>
          <Button onClick={props.onClose} disabled={props.busy}>
            {t('overlays.conflict.later')}
          </Button>
          <Button variant="outlined" onClick={props.onTheirs} disabled={props.busy}>
            {t('overlays.conflict.theirs')}
          </Button>
          <Button variant="contained" onClick={props.onMine} loading={props.busy}>
            {t('overlays.conflict.mine')}
          </Button>
        </DialogActions>
      }
    >
      <DiffView before={props.theirs} after={props.mine} label={t('overlays.conflict.lines')} />
    </TallDialog>
  );
}
