import type { ConfigFileChange } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Compare } from '../files/editor/compare.tsx';
import type { Desk } from '../files/editor/desk.ts';
import { ChangeMark } from './change-mark.tsx';
import { SideLabels } from './side-labels.tsx';
import { type Difference, useTexts } from './use-difference.ts';
import { shortId } from './version-names.ts';

/** One file on both sides. */
export function FileDifference(props: {
  desk: Desk | null;
  difference: Difference;
  file: ConfigFileChange;
  /** Absent where the version does not have the file. */
  onRestore?(path: string): void;
}) {
  const { desk, difference, file } = props;
  const { t } = useTranslation();
  const { texts, error, refetch } = useTexts(difference, file.fileId);
  if (!texts && error) return <ProblemNotice error={error} onRetry={refetch} />;
  if (!texts || !desk) return <Skeleton variant="rounded" height={220} />;
  const labels: [string, string] =
    difference.kind === 'before'
      ? [t('history.sides.before'), t('history.sides.after')]
      : difference.kind === 'now'
        ? [t('history.sides.after'), t('history.sides.now')]
        : [sideName(difference.from, t), sideName(difference.to, t)];
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, minHeight: 36 }}>
        <ChangeMark change={file.change} />
        <Typography variant="subtitle2" component="h3" sx={{ flex: '1 1 160px', overflowWrap: 'anywhere' }}>
          {texts.path}
        </Typography>
        <Box sx={{ display: 'flex', gap: 2, ml: 'auto' }}>
          <Button size="small" component={Link} to={`/files?file=${encodeURIComponent(texts.path)}`}>
            {t('history.open')}
          </Button>
          {props.onRestore && (
            <Button size="small" variant="outlined" onClick={() => props.onRestore?.(texts.path)}>
              {t('history.file.restore')}
            </Button>
          )}
        </Box>
      </Box>
      {texts.before === texts.after ? (
        <Typography variant="body2" color="textSecondary">
          {t('history.file.same')}
        </Typography>
      ) : (
        <>
          <SideLabels labels={labels} />
          <Compare
            desk={desk}
            first={texts.before ?? ''}
            second={texts.after ?? ''}
            path={texts.path}
            labels={labels}
          />
        </>
      )}
    </Box>
  );
}

const sideName = ({ id, branch }: { id: string; branch?: string }, t: TFunction): string =>
  branch === undefined
    ? t('history.sides.version', { version: shortId(id) })
    : t('history.sides.branch', { branch });
