import type { DefaultFile } from '@marquee/kometa';
import CategoryOutlined from '@mui/icons-material/CategoryOutlined';
import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import PlaylistPlayRounded from '@mui/icons-material/PlaylistPlayRounded';
import PublicOutlined from '@mui/icons-material/PublicOutlined';
import TrendingUpRounded from '@mui/icons-material/TrendingUpRounded';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';

const icons = {
  awards: EmojiEventsOutlined,
  charts: TrendingUpRounded,
  contents: CategoryOutlined,
  places: PublicOutlined,
  people: PeopleOutlined,
  playlists: PlaylistPlayRounded,
} as const;

/** Where a mark of the size of a chip begins, on a poster of 40 by 60. */
const places = {
  'top-left': [4, 4],
  top: [12, 4],
  'top-right': [20, 4],
  left: [4, 18],
  'bottom-left': [4, 49],
  bottom: [12, 49],
  'bottom-right': [20, 49],
} as const;

/** Three posters for what makes collections, one with its mark in place for an overlay. */
export function DefaultPicture({ file }: { file: DefaultFile }) {
  const { vars } = useTheme();
  const { line, edge, raised, accentStrong } = vars.palette;
  const Icon = file.group === 'overlays' ? null : icons[file.group];
  const [x, y] = places[file.place ?? 'top-left'];
  const count = file.name === 'ratings' ? 3 : 1;
  return (
    <Box aria-hidden sx={{ position: 'relative', flex: 'none', width: 56, height: 72, color: 'text.low' }}>
      <svg width="56" height="72" viewBox="-8 -6 56 72" focusable="false">
        <title>{file.name}</title>
        {Icon && <rect x="-5" y="4" width="36" height="54" rx="3" fill={raised} stroke={line} />}
        {Icon && <rect x="9" y="4" width="36" height="54" rx="3" fill={raised} stroke={line} />}
        <rect x="0" y="0" width="40" height="60" rx="3" fill={raised} stroke={edge} />
        {!Icon &&
          Array.from({ length: count }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: marks stand one beneath the other.
            <rect key={at} x={x} y={y + at * 9} width="16" height="7" rx="2" fill={accentStrong} />
          ))}
      </svg>
      {Icon && <Icon sx={{ position: 'absolute', top: 26, left: 16, fontSize: 24 }} />}
    </Box>
  );
}
