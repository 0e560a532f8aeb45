import type { ConfigFile } from '@marquee/contracts';
import DataObjectRounded from '@mui/icons-material/DataObjectRounded';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import FontDownloadOutlined from '@mui/icons-material/FontDownloadOutlined';
import ImageOutlined from '@mui/icons-material/ImageOutlined';
import InsertDriveFileOutlined from '@mui/icons-material/InsertDriveFileOutlined';
import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined';

const icons = {
  yaml: DataObjectRounded,
  text: DescriptionOutlined,
  env: VpnKeyOutlined,
  image: ImageOutlined,
  font: FontDownloadOutlined,
  other: InsertDriveFileOutlined,
} as const;

export function FileIcon({ kind }: { kind: ConfigFile['kind'] }) {
  const Icon = icons[kind];
  return <Icon aria-hidden sx={{ fontSize: 16, flex: 'none', color: 'text.low' }} />;
}
