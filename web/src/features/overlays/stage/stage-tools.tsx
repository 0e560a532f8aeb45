import AlignHorizontalCenterOutlined from '@mui/icons-material/AlignHorizontalCenterOutlined';
import AlignHorizontalLeftOutlined from '@mui/icons-material/AlignHorizontalLeftOutlined';
import AlignHorizontalRightOutlined from '@mui/icons-material/AlignHorizontalRightOutlined';
import AlignVerticalBottomOutlined from '@mui/icons-material/AlignVerticalBottomOutlined';
import AlignVerticalCenterOutlined from '@mui/icons-material/AlignVerticalCenterOutlined';
import AlignVerticalTopOutlined from '@mui/icons-material/AlignVerticalTopOutlined';
import ColorizeOutlined from '@mui/icons-material/ColorizeOutlined';
import CompareOutlined from '@mui/icons-material/CompareOutlined';
import FilterCenterFocusOutlined from '@mui/icons-material/FilterCenterFocusOutlined';
import FitScreenOutlined from '@mui/icons-material/FitScreenOutlined';
import GridViewOutlined from '@mui/icons-material/GridViewOutlined';
import LayersClearOutlined from '@mui/icons-material/LayersClearOutlined';
import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined';
import ZoomInOutlined from '@mui/icons-material/ZoomInOutlined';
import ZoomOutOutlined from '@mui/icons-material/ZoomOutOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Tooltip from '@mui/material/Tooltip';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ComponentType, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alignment, Distribution } from './geometry/arrange.ts';
import { MoreTools, Tool, type ToolProps } from './tool.tsx';
import type { Looking } from './use-sight.ts';
import type { BeforeIs } from './wipe.tsx';

export interface Switches {
  snapping: boolean;
  wipe: boolean;
  pixel: boolean;
  all: boolean;
}
type OnSwitch = (name: keyof Switches) => void;

const ALIGNMENTS: [Alignment, ComponentType<SvgIconProps>][] = [
  ['left', AlignHorizontalLeftOutlined],
  ['centre', AlignHorizontalCenterOutlined],
  ['right', AlignHorizontalRightOutlined],
  ['top', AlignVerticalTopOutlined],
  ['middle', AlignVerticalCenterOutlined],
  ['bottom', AlignVerticalBottomOutlined],
];
const DISTRIBUTIONS: [Distribution, ComponentType<SvgIconProps>][] = [
  ['across', ViewColumnOutlined],
  ['down', TableRowsOutlined],
];

interface Props {
  /** Of the row, in pixels of the screen. */
  width: number;
  zoom: number;
  zoomStep: Looking['zoomStep'];
  fit: Looking['fit'];
  full: Looking['full'];
  before: BeforeIs;
  switches: Switches;
  onSwitch: OnSwitch;
  hasGuides: boolean;
  onClearGuides(): void;
  /** How many of the selected can be moved. */
  movable: number;
  onAlign(how: Alignment): void;
  onDistribute(how: Distribution): void;
  /** More than one item is pinned. */
  several: boolean;
}

/** Zoom and wipe are always at hand; the rest is as long as there is room. Stays as it is while something moves. */
export const StageTools = memo(function StageTools(props: Props) {
  const { t } = useTranslation();
  const { zoom, zoomStep, switches, onSwitch, movable } = props;
  const room = useRoom(props.width);
  const percent = Math.round(zoom * 100);
  const wipe: ToolProps = {
    name: t(`overlays.stage.wipe.${props.before}`),
    icon: CompareOutlined,
    on: switches.wipe,
    onClick: () => onSwitch('wipe'),
  };
  const drawing: ToolProps[] = [
    {
      name: t('overlays.stage.snap'),
      hint: t('overlays.stage.snapNot'),
      icon: FilterCenterFocusOutlined,
      on: switches.snapping,
      onClick: () => onSwitch('snapping'),
    },
    {
      name: t('overlays.stage.pixel'),
      icon: ColorizeOutlined,
      on: switches.pixel,
      onClick: () => onSwitch('pixel'),
    },
    {
      name: t('overlays.stage.guides'),
      icon: LayersClearOutlined,
      off: !props.hasGuides,
      onClick: props.onClearGuides,
    },
  ];
  const arranging: ToolProps[] = [
    ...ALIGNMENTS.map(([how, icon]) => ({
      name: t(`overlays.stage.align.${how}`),
      icon,
      off: movable === 0,
      onClick: () => props.onAlign(how),
    })),
    ...DISTRIBUTIONS.map(([how, icon]) => ({
      name: t(`overlays.stage.align.${how}`),
      icon,
      off: movable < 3,
      onClick: () => props.onDistribute(how),
    })),
  ];
  return (
    <ToolRow>
      <Tool name={t('overlays.stage.zoom.out')} icon={ZoomOutOutlined} onClick={() => zoomStep(-1)} />
      <Tooltip title={t('overlays.stage.zoom.full')}>
        <Button
          size="small"
          aria-label={t('overlays.stage.zoom.menu', { percent })}
          onClick={props.full}
          sx={{
            minWidth: room === 'little' ? 48 : ZOOM_LABEL,
            px: 1,
            flex: 'none',
            whiteSpace: 'nowrap',
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {t('overlays.stage.zoom.now', { percent })}
        </Button>
      </Tooltip>
      <Tool name={t('overlays.stage.zoom.in')} icon={ZoomInOutlined} onClick={() => zoomStep(1)} />
      <Tool name={t('overlays.stage.zoom.fit')} icon={FitScreenOutlined} onClick={props.fit} />
      {room !== 'little' && <Gap />}
      <Tool {...wipe} />
      {room !== 'little' && drawing.map((tool) => <Tool key={tool.name} {...tool} />)}
      {room === 'all' && (
        <>
          <Gap />
          <Box role="group" aria-label={t('overlays.stage.align.label')} sx={{ display: 'flex' }}>
            {arranging.map((tool) => (
              <Tool key={tool.name} {...tool} />
            ))}
          </Box>
        </>
      )}
      {room !== 'all' && <MoreTools tools={room === 'some' ? arranging : [...drawing, ...arranging]} />}
      <Box sx={{ flex: 1 }} />
      {props.several && <SideBySide on={switches.all} onSwitch={onSwitch} />}
    </ToolRow>
  );
});

/** One row, whatever the width. */
export function ToolRow({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Box
      role="group"
      aria-label={t('overlays.stage.tools')}
      sx={{
        display: 'flex',
        flex: 'none',
        alignItems: 'center',
        gap: { xs: 0, sm: 1 },
        p: 1,
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      {children}
    </Box>
  );
}

/** At the end of the row: to all pinned items at once, and back. */
export function SideBySide({ on, onSwitch }: { on: boolean; onSwitch: OnSwitch }) {
  const { t } = useTranslation();
  return (
    <Tool
      name={t('overlays.stage.compareAll')}
      icon={GridViewOutlined}
      on={on}
      onClick={() => onSwitch('all')}
    />
  );
}

const SPACE = 4;
const ZOOM_LABEL = 64;
const GAP = 13;

/** How many tools fit: a finger's are larger than a mouse's. */
function useRoom(width: number): 'all' | 'some' | 'little' {
  const coarse = useMediaQuery('(pointer: coarse)', { noSsr: true });
  const tools = (count: number) => count * ((coarse ? 44 : 36) + SPACE) + ZOOM_LABEL + 2 * GAP + 2 * SPACE;
  // Three for the zoom, the wipe, three for drawing, eight to line up, all pinned items.
  if (width >= tools(16)) return 'all';
  return width >= tools(9) ? 'some' : 'little';
}

function Gap() {
  return <Box aria-hidden="true" sx={{ width: '1px', height: 20, bgcolor: 'line', mx: 1, flex: 'none' }} />;
}
