import BlurOnRounded from '@mui/icons-material/BlurOnRounded';
import HdOutlined from '@mui/icons-material/HdOutlined';
import ImageOutlined from '@mui/icons-material/ImageOutlined';
import LocalOfferOutlined from '@mui/icons-material/LocalOfferOutlined';
import SquareRounded from '@mui/icons-material/SquareRounded';
import StarOutlineRounded from '@mui/icons-material/StarOutlineRounded';
import TitleRounded from '@mui/icons-material/TitleRounded';

export interface Start {
  kind: 'text' | 'rating' | 'resolution' | 'ribbon' | 'backdrop' | 'blur';
  icon: typeof TitleRounded;
  name: string;
  yaml: string;
}

const back = `  back_color: '#000000B3'
  back_padding: 18
  back_radius: 14
`;

/** What an overlay may begin as. All are found on every item until a builder says otherwise. */
export const starts: readonly Start[] = [
  {
    kind: 'text',
    icon: TitleRounded,
    name: 'text',
    yaml: `overlay:
  name: text(Text)
  horizontal_align: center
  horizontal_offset: 0
  vertical_align: bottom
  vertical_offset: 90
  font_size: 64
${back}plex_all: true
`,
  },
  {
    kind: 'rating',
    icon: StarOutlineRounded,
    name: 'rating',
    yaml: `overlay:
  name: text(<<audience_rating>>)
  horizontal_align: left
  horizontal_offset: 48
  vertical_align: top
  vertical_offset: 48
  font_size: 60
${back}plex_all: true
`,
  },
  {
    kind: 'resolution',
    icon: HdOutlined,
    name: 'resolution-4k',
    yaml: `overlay:
  name: text(4K)
  group: resolution
  weight: 30
  horizontal_align: right
  horizontal_offset: 48
  vertical_align: top
  vertical_offset: 48
  font_size: 60
${back}plex_search:
  all:
    resolution: 4K
`,
  },
  {
    kind: 'ribbon',
    icon: LocalOfferOutlined,
    name: 'ribbon',
    yaml: `overlay:
  name: text(NEW)
  horizontal_align: center
  horizontal_offset: 0
  vertical_align: bottom
  vertical_offset: 0
  font_size: 56
  font_color: '#1B1403'
  back_color: '#F2B134'
  back_width: 1000
  back_height: 90
plex_search:
  all:
    added: 30
`,
  },
  {
    kind: 'backdrop',
    icon: SquareRounded,
    name: 'backdrop',
    yaml: `overlay:
  name: backdrop
  back_color: '#00000080'
  back_height: 180
  vertical_align: bottom
  vertical_offset: 0
  horizontal_align: center
  horizontal_offset: 0
plex_all: true
`,
  },
  {
    kind: 'blur',
    icon: BlurOnRounded,
    name: 'blur',
    yaml: `overlay:
  name: blur(30)
plex_all: true
`,
  },
];

export const pictureIcon = ImageOutlined;

/** An overlay that is a picture, by how Kometa finds it. */
export function pictureStart({ from, value }: { from: string; value: string }): {
  name: string;
  yaml: string;
} {
  const name = value.replace(/^.*\//, '').replace(/\.png$/i, '');
  const quoted = JSON.stringify(from === 'name' ? value : name);
  const source = from === 'name' ? '' : `  ${from}: ${JSON.stringify(value)}\n`;
  return {
    name,
    yaml: `overlay:
  name: ${quoted}
${source}  horizontal_align: left
  horizontal_offset: 48
  vertical_align: top
  vertical_offset: 48
plex_all: true
`,
  };
}

/** The file that a body stands in alone: what a preview is drawn of. */
export function asFile(name: string, yaml: string): string {
  const body = yaml
    .trimEnd()
    .split('\n')
    .map((row) => (row === '' ? row : `    ${row}`))
    .join('\n');
  return `overlays:\n  ${JSON.stringify(name)}:\n${body}\n`;
}
