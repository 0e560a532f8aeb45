import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.tsx';

/** The editor's own code did not come. */
export function DeskFailed({ onRetry }: { onRetry(): void }) {
  const { t } = useTranslation();
  return (
    <Notice
      role="alert"
      lit={[]}
      title={t('files.editor.failed')}
      what={t('files.editor.failedWhat')}
      action={
        <Button variant="outlined" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      }
    />
  );
}
