import type { Notification } from '@marquee/contracts';
import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import ErrorRounded from '@mui/icons-material/ErrorRounded';
import InfoRounded from '@mui/icons-material/InfoRounded';
import WarningRounded from '@mui/icons-material/WarningRounded';
import { useTranslation } from 'react-i18next';

const marks = {
  ok: { icon: CheckCircleRounded, tone: 'success.main' },
  info: { icon: InfoRounded, tone: 'info.main' },
  warn: { icon: WarningRounded, tone: 'warning.main' },
  error: { icon: ErrorRounded, tone: 'error.main' },
};

export function SeverityMark({ severity }: { severity: Notification['severity'] }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = marks[severity];
  return (
    <Icon
      titleAccess={t(`notifications.severities.${severity}`)}
      sx={{ fontSize: 18, color: tone, flex: 'none', mt: '1px' }}
    />
  );
}
