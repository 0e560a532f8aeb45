import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePlace } from '../frame/place.tsx';
import { Notice } from '../ui/notice.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('notFound.title') }]);
  return (
    <Notice
      title={t('notFound.title')}
      what={t('notFound.what')}
      action={
        <Button component={Link} to="/libraries" variant="outlined">
          {t('notFound.go')}
        </Button>
      }
    />
  );
}
