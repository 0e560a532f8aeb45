import LockOpenRounded from '@mui/icons-material/LockOpenRounded';
import LockRounded from '@mui/icons-material/LockRounded';
import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../model/layers.ts';
import { KindIcon } from './kind-icon.tsx';
import { LayerBadges } from './layer-badges.tsx';
import { LayerNameField } from './layer-name.tsx';

export interface LayerRowProps {
  layer: Layer;
  taken: readonly string[];
  selected: boolean;
  related: boolean;
  hidden: boolean;
  locked: boolean;
  renaming: boolean;
  onSelect(how: 'replace' | 'toggle'): void;
  onHide(): void;
  onLock(): void;
  onMenu(anchor: HTMLElement): void;
  onRename(): void;
  onRenamed(name: string | null): void;
  onKeyDown(event: KeyboardEvent): void;
  onDragOut(): void;
  onDropHere(place: 'above' | 'below'): void;
}

export function LayerRow(props: LayerRowProps) {
  const { layer, selected, related, hidden, locked } = props;
  const { t } = useTranslation();
  const { mapping } = layer;
  const [drop, setDrop] = useState<'above' | 'below' | null>(null);
  const gone = hidden || (layer.account !== null && layer.account.outcome.fate !== 'drawn');
  return (
    <Box
      component="li"
      data-testid="layer"
      data-mapping={mapping}
      draggable={!props.renaming}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', mapping);
        props.onDragOut();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        setDrop(event.clientY < top + height / 2 ? 'above' : 'below');
      }}
      onDragLeave={() => setDrop(null)}
      onDrop={(event) => {
        event.preventDefault();
        if (drop) props.onDropHere(drop);
        setDrop(null);
      }}
      sx={{
        position: 'relative',
        display: 'flex',
        alignItems: 'flex-start',
        borderRadius: 1,
        mx: 2,
        bgcolor: selected ? 'line' : related ? 'raised' : 'transparent',
        boxShadow: (theme) => (selected ? `inset 2px 0 ${theme.vars.palette.primary.main}` : 'none'),
        '&:hover': { bgcolor: selected ? 'line' : 'raised' },
        '& .quiet': { opacity: 0 },
        '&:hover .quiet, &:focus-within .quiet, & .quiet.on': { opacity: 1, pointerEvents: 'auto' },
        '&:hover .name, &:focus-within .name': { pr: '92px' },
        '@media (hover: none)': {
          '& .quiet': { opacity: 1, pointerEvents: 'auto' },
          '& .name, & .reason': { pr: '124px' },
        },
        ...(drop && {
          '&::after': {
            content: '""',
            position: 'absolute',
            insetInline: 0,
            [drop === 'above' ? 'top' : 'bottom']: -1,
            height: 2,
            bgcolor: 'primary.main',
          },
        }),
      }}
    >
      {props.renaming ? (
        <Box sx={{ flex: 1, display: 'flex', alignItems: 'center', gap: 2, p: 2 }}>
          <KindIcon kind={layer.entry.kind} />
          <LayerNameField name={mapping} taken={props.taken} onDone={props.onRenamed} />
        </Box>
      ) : (
        <ButtonBase
          data-layer-button
          aria-pressed={selected}
          onClick={(event: MouseEvent) =>
            props.onSelect(event.ctrlKey || event.metaKey || event.shiftKey ? 'toggle' : 'replace')
          }
          onDoubleClick={props.onRename}
          onKeyDown={props.onKeyDown}
          sx={{
            flex: 1,
            minWidth: 0,
            display: 'flex',
            alignItems: 'flex-start',
            justifyContent: 'flex-start',
            textAlign: 'left',
            gap: 2,
            p: 2,
            borderRadius: 1,
          }}
        >
          <Box component="span" sx={{ display: 'flex', pt: '2px' }}>
            <KindIcon kind={layer.entry.kind} />
          </Box>
          <Box component="span" sx={{ minWidth: 0, flex: 1 }}>
            <Typography
              component="span"
              variant="body2"
              className="name"
              sx={{
                display: 'block',
                minHeight: 22,
                ...((hidden || locked) && { pr: '92px' }),
                fontWeight: 'fontWeightMedium',
                color: gone ? (selected ? 'text.secondary' : 'text.low') : 'text.primary',
                overflow: 'hidden',
                textOverflow: 'ellipsis',
              }}
            >
              {mapping}
            </Typography>
            <Typography
              component="span"
              variant="caption"
              className="reason"
              sx={{ display: 'block', color: selected ? 'text.secondary' : 'text.low' }}
            >
              {hidden
                ? t('overlays.layers.hiddenHere')
                : (layer.account?.reason ??
                  waiting(layer, t('overlays.layers.notTold'), t('overlays.layers.refused')))}
            </Typography>
            <LayerBadges layer={layer} />
          </Box>
        </ButtonBase>
      )}
      <Box
        className="acts"
        sx={{
          position: 'absolute',
          top: 1,
          right: 2,
          display: 'flex',
          borderRadius: 1,
          // What is on stays in sight; the rest lies over the end of a long name only while it is wanted.
          pointerEvents: 'none',
        }}
      >
        <Quiet
          on={locked}
          label={t(locked ? 'overlays.layers.unlock' : 'overlays.layers.lock', { name: mapping })}
          onClick={props.onLock}
        >
          {locked ? <LockRounded /> : <LockOpenRounded />}
        </Quiet>
        <Quiet
          on={hidden}
          label={t(hidden ? 'overlays.layers.show' : 'overlays.layers.hide', { name: mapping })}
          onClick={props.onHide}
        >
          {hidden ? <VisibilityOffOutlined /> : <VisibilityOutlined />}
        </Quiet>
        <Quiet
          on={false}
          menu
          label={t('overlays.layers.more', { name: mapping })}
          onClick={(event) => props.onMenu(event.currentTarget)}
        >
          <MoreVertRounded />
        </Quiet>
      </Box>
    </Box>
  );
}

function waiting(layer: Layer, notTold: string, refused: string): ReactNode {
  return layer.entry.kind === 'refused' ? refused : notTold;
}

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
          '@media (pointer: coarse)': { width: 40, height: 44 },
        }}
      >
        {props.children}
      </IconButton>
    </Tooltip>
  );
}
