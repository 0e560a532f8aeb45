import DragIndicatorRounded from '@mui/icons-material/DragIndicatorRounded';
import LockOpenRounded from '@mui/icons-material/LockOpenRounded';
import LockRounded from '@mui/icons-material/LockRounded';
import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayerRowProps } from './layer-row.tsx';

/** What can be done to a layer at once, and for a finger the handle to carry it by. */
export function LayerActs({ layer, hidden, locked, selected, ...on }: LayerRowProps) {
  const { t } = useTranslation();
  const name = { name: layer.mapping };
  return (
    <>
      <Box
        data-layer-acts
        sx={{
          ...corner,
          right: 'calc(34px + var(--handle))',
          // A finger has no hovering: for the layer that is chosen they stand below, where there is room.
          '@media (hover: none)': {
            position: 'static',
            flexBasis: '100%',
            justifyContent: 'flex-end',
            display: selected || hidden || locked ? 'flex' : 'none',
          },
        }}
      >
        <Quiet
          on={locked}
          label={t(locked ? 'overlays.layers.unlock' : 'overlays.layers.lock', name)}
          onClick={on.onLock}
        >
          {locked ? <LockRounded /> : <LockOpenRounded />}
        </Quiet>
        <Quiet
          on={hidden}
          label={t(hidden ? 'overlays.layers.show' : 'overlays.layers.hide', name)}
          onClick={on.onHide}
        >
          {hidden ? <VisibilityOffOutlined /> : <VisibilityOutlined />}
        </Quiet>
      </Box>
      <Box data-layer-acts sx={{ ...corner, right: 'calc(2px + var(--handle))' }}>
        <Quiet
          on={false}
          menu
          label={t('overlays.layers.more', name)}
          onClick={(event) => on.onMenu(event.currentTarget)}
        >
          <MoreVertRounded />
        </Quiet>
      </Box>
      <Box
        aria-hidden
        data-drag-handle
        sx={{
          display: 'none',
          '@media (any-pointer: coarse)': {
            display: 'grid',
            placeItems: 'center',
            position: 'absolute',
            top: 0,
            right: 0,
            width: 44,
            height: 44,
            color: 'text.low',
            touchAction: 'none',
            userSelect: 'none',
            WebkitTouchCallout: 'none',
          },
        }}
      >
        <DragIndicatorRounded sx={{ fontSize: 20 }} />
      </Box>
    </>
  );
}

/** What is on stays in sight; the rest lies over the end of a long name only while it is wanted. */
const corner = {
  position: 'absolute',
  top: '1px',
  display: 'flex',
  pointerEvents: 'none',
  borderRadius: 1,
  'li:hover > &, li:focus-within > &': { bgcolor: 'var(--ground)' },
} as const;

function Quiet(props: {
  label: string;
  on: boolean;
  menu?: boolean;
  onClick(event: MouseEvent<HTMLButtonElement>): void;
  children: ReactNode;
}) {
  return (
    <Tooltip title={props.label}>
      <IconButton
        className={props.on ? 'quiet on' : 'quiet'}
        aria-label={props.label}
        {...(props.menu && { 'aria-haspopup': 'menu' as const })}
        onClick={props.onClick}
        sx={{
          width: 32,
          height: 32,
          '& svg': { fontSize: 16 },
          '@media (pointer: coarse)': { width: 44, height: 44 },
        }}
      >
        {props.children}
      </IconButton>
    </Tooltip>
  );
}
