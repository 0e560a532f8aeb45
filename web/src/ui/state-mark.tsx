import type { PartState } from '@marquee/contracts';
import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import ErrorRounded from '@mui/icons-material/ErrorRounded';
import WarningRounded from '@mui/icons-material/WarningRounded';
import { useTranslation } from 'react-i18next';

const marks = {
  ok: { icon: CheckCircleRounded, tone: 'success.main' },
  degraded: { icon: WarningRounded, tone: 'warning.main' },
  down: { icon: ErrorRounded, tone: 'error.main' },
};

/** A state as a shape with a name; the word stands beside it or is read out. */
export function StateMark({ state, size = 18 }: { state: PartState; size?: number }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = marks[state];
  return (
    <Icon titleAccess={t(`system.states.${state}`)} sx={{ fontSize: size, color: tone, flex: 'none' }} />
  );
}
