import type { OverlayEntry } from '@marquee/contracts';
import BlurOnRounded from '@mui/icons-material/BlurOnRounded';
import DashboardCustomizeOutlined from '@mui/icons-material/DashboardCustomizeOutlined';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import ImageOutlined from '@mui/icons-material/ImageOutlined';
import SquareRounded from '@mui/icons-material/SquareRounded';
import TitleRounded from '@mui/icons-material/TitleRounded';
import { useTranslation } from 'react-i18next';

const icons: Record<OverlayEntry['kind'], typeof TitleRounded> = {
  text: TitleRounded,
  image: ImageOutlined,
  backdrop: SquareRounded,
  blur: BlurOnRounded,
  template: DashboardCustomizeOutlined,
  refused: ErrorOutlineRounded,
};

export function KindIcon({ kind }: { kind: OverlayEntry['kind'] }) {
  const { t } = useTranslation();
  const Icon = icons[kind];
  return (
    <Icon
      titleAccess={t(`overlays.kinds.${kind}`)}
      sx={{ fontSize: 18, flex: 'none', color: kind === 'refused' ? 'error.main' : 'text.low' }}
    />
  );
}
