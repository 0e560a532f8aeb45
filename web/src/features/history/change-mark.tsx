import type { ConfigFileChange } from '@marquee/contracts';
import AddCircleOutlineRounded from '@mui/icons-material/AddCircleOutlineRounded';
import ChangeCircleOutlined from '@mui/icons-material/ChangeCircleOutlined';
import RemoveCircleOutlineRounded from '@mui/icons-material/RemoveCircleOutlineRounded';
import { useTranslation } from 'react-i18next';

const looks = {
  added: { icon: AddCircleOutlineRounded, tone: 'success.main' },
  changed: { icon: ChangeCircleOutlined, tone: 'text.low' },
  removed: { icon: RemoveCircleOutlineRounded, tone: 'error.main' },
};

/** What became of a file, as a shape and in words for who cannot see it. */
export function ChangeMark({ change }: { change: ConfigFileChange['change'] }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = looks[change];
  return (
    <Icon titleAccess={t(`history.changes.${change}`)} sx={{ fontSize: 16, color: tone, flex: 'none' }} />
  );
}
