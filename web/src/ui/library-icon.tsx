import type { LibraryKind } from '@marquee/contracts';
import AlbumOutlined from '@mui/icons-material/AlbumOutlined';
import LiveTvOutlined from '@mui/icons-material/LiveTvOutlined';
import MovieOutlined from '@mui/icons-material/MovieOutlined';
import PhotoOutlined from '@mui/icons-material/PhotoOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';

export const libraryIcons = {
  movie: MovieOutlined,
  show: LiveTvOutlined,
  artist: AlbumOutlined,
  photo: PhotoOutlined,
};

export function LibraryIcon({ kind, ...props }: { kind: LibraryKind } & SvgIconProps) {
  const Icon = libraryIcons[kind];
  return <Icon aria-hidden {...props} />;
}
