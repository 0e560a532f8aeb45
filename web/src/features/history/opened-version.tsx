import type { ConfigVersion } from '@marquee/contracts';
import ArrowBackRounded from '@mui/icons-material/ArrowBackRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../../i18n/format.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import type { Desk } from '../files/editor/desk.ts';
import { AgainstChoice } from './against-choice.tsx';
import { ChangedFiles } from './changed-files.tsx';
import { FileDifference } from './file-difference.tsx';
import { type Difference, useChangedFiles, useDifference } from './use-difference.ts';
import { shortId } from './version-names.ts';

/** One version: what it says, what it changed, and the ways back to it. */
export function OpenedVersion(props: {
  version: ConfigVersion;
  desk: Desk | null;
  against: string | undefined;
  file: string | undefined;
  picking: boolean;
  onAgainst(against: string | undefined): void;
  onPick(picking: boolean): void;
  onFile(fileId: string): void;
  onUndo(): void;
  onRestoreFolder(): void;
  onRestoreFile(file: { id: string; path: string }): void;
  /** Given where the list is another view. */
  onBack?(): void;
}) {
  const { version, against } = props;
  const { t } = useTranslation();
  const { difference, error, gone } = useDifference(version, against);
  return (
    <Box sx={{ p: { xs: 4, md: 6 }, display: 'flex', flexDirection: 'column', gap: 5, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-start' }}>
        {props.onBack && (
          <IconButton aria-label={t('history.back')} onClick={props.onBack} sx={{ ml: -2 }}>
            <ArrowBackRounded fontSize="small" />
          </IconButton>
        )}
        <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
          <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {version.message}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {version.origin === 'outside'
              ? t('history.outside')
              : `${version.by}, ${t(`history.marks.${version.origin}`)}`}
            {' · '}
            {formatExact(version.savedAt)}
            {' · '}
            <Typography component="span" variant="mono">
              {shortId(version.id)}
            </Typography>
          </Typography>
        </Box>
        <Button variant="outlined" onClick={props.onUndo}>
          {t('history.undo.button')}
        </Button>
        <Button variant="outlined" onClick={props.onRestoreFolder}>
          {t('history.folder.restore')}
        </Button>
      </Box>
      <AgainstChoice
        version={version}
        against={against}
        picking={props.picking}
        onAgainst={props.onAgainst}
        onPick={props.onPick}
      />
      {error && <FormProblem error={error} />}
      {difference && <Changes {...props} difference={difference} />}
      {gone !== undefined && (
        <Typography role="alert">{t('history.branchGone', { branch: gone })}</Typography>
      )}
      {!difference && !error && gone === undefined && <Skeleton variant="rounded" height={220} />}
    </Box>
  );
}

function Changes(props: {
  desk: Desk | null;
  difference: Difference;
  version: ConfigVersion;
  file: string | undefined;
  onFile(fileId: string): void;
  onRestoreFile(file: { id: string; path: string }): void;
}) {
  const { difference, version } = props;
  const { files, error, refetch } = useChangedFiles(difference);
  if (!files) {
    return error ? (
      <ProblemNotice error={error} onRetry={refetch} />
    ) : (
      <Skeleton variant="rounded" height={220} />
    );
  }
  const shown = files.find(({ fileId }) => fileId === props.file) ?? files[0];
  const removedHere = version.files.some(
    ({ fileId, change }) => fileId === shown?.fileId && change === 'removed',
  );
  return (
    <>
      {files.length !== 1 && <ChangedFiles files={files} chosen={shown?.fileId} onChoose={props.onFile} />}
      {shown && (
        <FileDifference
          desk={props.desk}
          difference={difference}
          file={shown}
          {...(!removedHere && {
            onRestore: (path: string) => props.onRestoreFile({ id: shown.fileId, path }),
          })}
        />
      )}
    </>
  );
}
