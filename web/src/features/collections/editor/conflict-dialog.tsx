import type { Collection } from '@marquee/contracts';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useCollectionQuery } from '../../../api/collections.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { DialogActions, TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import { DiffView } from '../../overlays/save/diff-view.tsx';
import type { Values } from '../model/json.ts';
import { mergeValues } from '../model/merge-values.ts';
import type { DraftState } from './use-draft.ts';
import { writtenText } from './written-text.ts';

/** Somebody else saved meanwhile: theirs, and what it becomes with mine on top; nothing is lost either way. */
export function ConflictDialog(props: {
  definitionId: string;
  base: DraftState;
  mine: DraftState;
  onTheirs(theirs: Collection): void;
  onBoth(theirs: Collection, values: Values): void;
  onClose(): void;
}) {
  const { base, mine } = props;
  const { t } = useTranslation();
  const {
    currentData: theirs,
    error,
    refetch,
  } = useCollectionQuery({ definitionId: props.definitionId }, { refetchOnMountOrArgChange: true });
  const merged = theirs && mergeValues(base.values, mine.values, theirs.values);
  const written = theirs && merged && writtenText(theirs, { name: mine.name, values: merged.values });
  return (
    <TallDialog
      title={t('collections.conflict.title')}
      what={t('collections.conflict.what')}
      width="md"
      onClose={props.onClose}
      foot={
        <DialogActions>
          <Button onClick={props.onClose}>{t('collections.conflict.later')}</Button>
          <Button variant="outlined" disabled={!theirs} onClick={() => theirs && props.onTheirs(theirs)}>
            {t('collections.conflict.theirs')}
          </Button>
          <Button
            variant="contained"
            disabled={!merged}
            onClick={() => theirs && merged && props.onBoth(theirs, merged.values)}
          >
            {t('collections.conflict.both')}
          </Button>
        </DialogActions>
      }
    >
      {error && !theirs && <ProblemNotice error={error} onRetry={refetch} />}
      {merged && (
        <Typography variant="body2" role="status">
          {merged.both.length === 0
            ? t('collections.conflict.apart')
            : t('collections.conflict.same', { keys: merged.both.join(', ') })}
        </Typography>
      )}
      {written && (
        <DiffView before={written.before} after={written.after} label={t('collections.conflict.lines')} />
      )}
    </TallDialog>
  );
}
