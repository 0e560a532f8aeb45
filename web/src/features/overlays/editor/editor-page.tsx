import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useOverlayDraftQuery, useOverlayFileQuery } from '../../../api/overlays.ts';
import { usePlace } from '../../../frame/place.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { EditorSkeleton } from './editor-skeleton.tsx';
import { OpenEditor } from './open-editor.tsx';

export default function EditorPage() {
  const { fileId = '' } = useParams();
  const { t } = useTranslation();
  const { data: file, error, refetch } = useOverlayFileQuery({ fileId }, { refetchOnMountOrArgChange: true });
  const draft = useOverlayDraftQuery({ fileId }, { refetchOnMountOrArgChange: true });
  usePlace([{ label: t('overlays.title'), to: '/overlays' }, { label: file?.path ?? '…' }]);
  if (error && !file) return <ProblemNotice error={error} onRetry={refetch} />;
  // A draft that cannot be read is no reason not to open the file.
  if (!file || draft.isLoading) return <EditorSkeleton />;
  return <OpenEditor key={fileId} file={file} draft={draft.data ?? null} />;
}
