import DnsOutlined from '@mui/icons-material/DnsOutlined';
import VideoLibraryOutlined from '@mui/icons-material/VideoLibraryOutlined';

/** The places of the product that work today, in the order of the rail. */
export const places = [
  { to: '/libraries', word: 'frame.libraries', key: 'l', icon: VideoLibraryOutlined },
  { to: '/system', word: 'frame.system', key: 's', icon: DnsOutlined },
] as const;
