import { allows } from '@marquee/contracts';
import CollectionsBookmarkOutlined from '@mui/icons-material/CollectionsBookmarkOutlined';
import DashboardCustomizeOutlined from '@mui/icons-material/DashboardCustomizeOutlined';
import DnsOutlined from '@mui/icons-material/DnsOutlined';
import FolderOutlined from '@mui/icons-material/FolderOutlined';
import HealthAndSafetyOutlined from '@mui/icons-material/HealthAndSafetyOutlined';
import LayersOutlined from '@mui/icons-material/LayersOutlined';
import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import TuneRounded from '@mui/icons-material/TuneRounded';
import VideoLibraryOutlined from '@mui/icons-material/VideoLibraryOutlined';
import { useMemo } from 'react';
import { useAppSelector } from '../app/store.ts';
import { selectRole } from '../session/session-slice.ts';

/** The places of the product that work today, in the order of the rail. */
const places = [
  { to: '/', word: 'frame.dashboard', key: 'd', icon: SpaceDashboardOutlined, role: 'viewer' },
  { to: '/libraries', word: 'frame.libraries', key: 'l', icon: VideoLibraryOutlined, role: 'viewer' },
  {
    to: '/collections',
    word: 'frame.collections',
    key: 'c',
    icon: CollectionsBookmarkOutlined,
    role: 'viewer',
  },
  { to: '/overlays', word: 'frame.overlays', key: 'o', icon: LayersOutlined, role: 'viewer' },
  { to: '/files', word: 'frame.files', key: 'f', icon: FolderOutlined, role: 'viewer' },
  { to: '/doctor', word: 'frame.doctor', key: 'h', icon: HealthAndSafetyOutlined, role: 'editor' },
  { to: '/templates', word: 'frame.templates', key: 't', icon: DashboardCustomizeOutlined, role: 'viewer' },
  { to: '/system', word: 'frame.system', key: 's', icon: DnsOutlined, role: 'viewer' },
  { to: '/settings', word: 'settings.title', key: ',', icon: TuneRounded, role: 'admin' },
] as const;

/** The places that lead somewhere for this person. */
export function usePlaces() {
  const role = useAppSelector(selectRole);
  return useMemo(() => places.filter((place) => allows(place.role, role)), [role]);
}
