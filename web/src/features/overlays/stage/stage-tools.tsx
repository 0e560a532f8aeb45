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
import IconButton from '@mui/material/IconButton';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Tooltip from '@mui/material/Tooltip';
import { type ComponentType, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alignment, Distribution } from './geometry/arrange.ts';
import type { Looking } from './use-sight.ts';

export interface Switches {
  snapping: boolean;
  wipe: boolean;
  pixel: boolean;
  all: boolean;
}

interface ToolProps {
  name: string;
  icon: ComponentType<SvgIconProps>;
  on?: boolean;
  off?: boolean;
  onClick(): void;
}

/** One that is of no use right now keeps its place, so that nothing moves under the hand. */
function Tool({ name, icon: Icon, on, off = false, onClick }: ToolProps) {
  return (
    <Tooltip title={name}>
      <IconButton
        aria-label={name}
        {...(on !== undefined && { 'aria-pressed': on })}
        {...(off && { 'aria-disabled': true })}
        onClick={() => !off && onClick()}
        sx={off ? { opacity: 0.4 } : on ? { color: 'primary.main', bgcolor: 'raised' } : {}}
      >
        <Icon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}

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
  zoom: number;
  zoomStep: Looking['zoomStep'];
  fit: Looking['fit'];
  full: Looking['full'];
  switches: Switches;
  onSwitch(name: keyof Switches): void;
  hasGuides: boolean;
  onClearGuides(): void;
  /** How many of the selected can be moved. */
  movable: number;
  onAlign(how: Alignment): void;
  onDistribute(how: Distribution): void;
  /** More than one item is pinned. */
  several: boolean;
}

/** Stays as it is while something moves. */
export const StageTools = memo(function StageTools(props: Props) {
  const { t } = useTranslation();
  const { zoom, zoomStep, fit, full, switches, onSwitch, movable, several } = props;
  const percent = Math.round(zoom * 100);
  const flip = (name: keyof Switches) => () => onSwitch(name);
  return (
    <Box
      role="group"
      aria-label={t('overlays.stage.tools')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        p: 1,
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      {!switches.all && (
        <>
          <Tool name={t('overlays.stage.zoom.out')} icon={ZoomOutOutlined} onClick={() => zoomStep(-1)} />
          <Tooltip title={t('overlays.stage.zoom.full')}>
            <Button
              size="small"
              aria-label={t('overlays.stage.zoom.menu', { percent })}
              onClick={full}
              sx={{ minWidth: 64, fontVariantNumeric: 'tabular-nums' }}
            >
              {t('overlays.stage.zoom.now', { percent })}
            </Button>
          </Tooltip>
          <Tool name={t('overlays.stage.zoom.in')} icon={ZoomInOutlined} onClick={() => zoomStep(1)} />
          <Tool name={t('overlays.stage.zoom.fit')} icon={FitScreenOutlined} onClick={fit} />
          <Gap />
          <Tool
            name={t('overlays.stage.snap')}
            icon={FilterCenterFocusOutlined}
            on={switches.snapping}
            onClick={flip('snapping')}
          />
          <Tool
            name={t('overlays.stage.pixel')}
            icon={ColorizeOutlined}
            on={switches.pixel}
            onClick={flip('pixel')}
          />
          <Tool
            name={t('overlays.stage.wipe')}
            icon={CompareOutlined}
            on={switches.wipe}
            onClick={flip('wipe')}
          />
          <Tool
            name={t('overlays.stage.guides')}
            icon={LayersClearOutlined}
            off={!props.hasGuides}
            onClick={props.onClearGuides}
          />
          <Box
            role="group"
            aria-label={t('overlays.stage.align.label')}
            sx={{ display: 'flex', flexWrap: 'wrap' }}
          >
            {ALIGNMENTS.map(([how, icon]) => (
              <Tool
                key={how}
                name={t(`overlays.stage.align.${how}`)}
                icon={icon}
                off={movable === 0}
                onClick={() => props.onAlign(how)}
              />
            ))}
            {DISTRIBUTIONS.map(([how, icon]) => (
              <Tool
                key={how}
                name={t(`overlays.stage.align.${how}`)}
                icon={icon}
                off={movable < 3}
                onClick={() => props.onDistribute(how)}
              />
            ))}
          </Box>
        </>
      )}
      <Box sx={{ flex: 1 }} />
      {several && (
        <Tool
          name={t('overlays.stage.compareAll')}
          icon={GridViewOutlined}
          on={switches.all}
          onClick={flip('all')}
        />
      )}
    </Box>
  );
});

function Gap() {
  return <Box aria-hidden="true" sx={{ width: '1px', height: 20, bgcolor: 'line', mx: 1 }} />;
}
