import type { Collection } from '@marquee/contracts';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useCollectionQuery } from '../../../api/collections.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { DialogActions, TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import { DiffView } from '../../overlays/save/diff-view.tsx';
import { mergeValues } from '../model/merge-values.ts';
import { type Draft, type DraftState, stateOf } from './use-draft.ts';
import { writtenText } from './written-text.ts';

/** Somebody else saved meanwhile: theirs, and what it becomes with mine on top; nothing is lost either way. */
export function ConflictDialog(props: {
  definitionId: string;
  draft: Draft;
  onTheirs(theirs: Collection): void;
  onBoth(theirs: Collection, both: DraftState): void;
  onClose(): void;
}) {
  const { base, draft: mine, asLines, readable } = props.draft;
  const { t } = useTranslation();
  const {
    currentData: theirs,
    error,
    refetch,
  } = useCollectionQuery({ definitionId: props.definitionId }, { refetchOnMountOrArgChange: true });
  const merged = theirs && readable ? mergeValues(base.values, mine.values, theirs.values) : undefined;
  const both = theirs && merged && bothOf(theirs, mine, { values: merged.values, asLines });
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
            disabled={!both}
            onClick={() => theirs && both && props.onBoth(theirs, both.state)}
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
      {theirs && !readable && (
        <Typography variant="body2" role="status">
          {t('collections.conflict.unreadable')}
        </Typography>
      )}
      {both?.text === null && (
        <Typography variant="body2" color="warning" sx={{ mt: 2 }}>
          {t('collections.conflict.notShown')}
        </Typography>
      )}
      {theirs && both && both.text !== null && (
        <DiffView before={theirs.text} after={both.text} label={t('collections.conflict.lines')} />
      )}
    </TallDialog>
  );
}

/** Lines that were typed stay, with their values put in; else it is theirs with mine. */
function bothOf(
  theirs: Collection,
  { name, lines }: DraftState,
  { values, asLines }: { values: DraftState['values']; asLines: boolean },
): { state: DraftState; text: string | null } {
  const state = stateOf(theirs);
  const text = writtenText(theirs.section, asLines ? lines : state.lines, { name, values });
  const kept = asLines && text !== null ? { name, text } : state.lines;
  return { state: { ...state, name, values, lines: kept }, text };
}
