import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../i18n/format.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { SecretLines } from '../branch/secret-lines.tsx';
import type { Workbench } from '../use-workbench.ts';
import type { Desk } from './desk.ts';
import { DeskFailed } from './desk-failed.tsx';
import { TextPane } from './text-pane.tsx';

/** What is seen of the file that is looked at: its text, or why there is none. */
export function EditorArea(props: {
  bench: Workbench;
  mayRead: boolean;
  /** Instead of the text. */
  form: ((desk: Desk) => ReactNode) | null;
}) {
  const { bench, mayRead, form } = props;
  const { t } = useTranslation();
  const { activeFile: file, desk } = bench;
  if (!file) {
    if (bench.open.active !== null) {
      const path = bench.open.tabs.find(({ id }) => id === bench.open.active)?.path ?? '';
      return <Notice title={t('files.gone.title', { path })} what={t('files.gone.what')} lit={[]} />;
    }
    return (
      <Notice
        title={t('files.none.title')}
        what={mayRead ? t('files.none.what') : t('files.none.whatViewer')}
      />
    );
  }
  if (!file.editable) {
    const kind = file.kind === 'image' || file.kind === 'font' ? file.kind : 'other';
    const size = formatBytes(file.sizeBytes);
    return (
      <Notice
        title={t(`files.notText.${kind}.title`)}
        what={t(`files.notText.${kind}.what`, { path: file.path, size })}
      />
    );
  }
  if (!mayRead) return <Notice title={t('files.viewer.title')} what={t('files.viewer.what')} />;
  if (bench.unread) return <ProblemNotice error={bench.unread} onRetry={bench.retry} />;
  if (bench.deskFailed) {
    return <DeskFailed onRetry={bench.loadEditor} />;
  }
  const waiting = (
    <Box
      role="status"
      aria-busy="true"
      aria-label={t('files.editor.loading', { path: file.path })}
      sx={{ p: 4 }}
    >
      {[46, 62, 38, 70, 54, 30].map((width) => (
        <Skeleton key={width} width={`${width}%`} height={14} sx={{ mb: 2 }} />
      ))}
    </Box>
  );
  if (!desk || !bench.isReady || !bench.isLaid) return waiting;
  return (
    <>
      {bench.saveError && (
        <Box sx={{ p: 3 }}>
          <FormProblem error={bench.saveError} />
          <SecretLines error={bench.saveError} />
        </Box>
      )}
      {form ? (
        <Suspense fallback={waiting}>{form(desk)}</Suspense>
      ) : (
        <Box sx={{ position: 'relative', flex: 1, minHeight: 0 }}>
          <TextPane desk={desk} label={t('files.editor.label', { path: file.path })} />
        </Box>
      )}
    </>
  );
}
