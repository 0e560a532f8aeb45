import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import { useTranslation } from 'react-i18next';
import type { Severity } from './problem-groups.ts';

const icons = { error: ErrorOutlineRounded, warning: WarningAmberRounded, info: InfoOutlined } as const;

export function SeverityIcon({ severity }: { severity: Severity }) {
  const { t } = useTranslation();
  const Icon = icons[severity];
  return (
    <Icon
      titleAccess={t(`files.problems.one.${severity}`)}
      sx={{ fontSize: 18, flex: 'none', color: `${severity}.main` }}
    />
  );
}
