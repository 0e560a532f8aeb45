import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../model/layers.ts';
import { KindIcon } from './kind-icon.tsx';
import { LayerActs } from './layer-acts.tsx';
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
}

export function LayerRow(props: LayerRowProps) {
  const { layer, selected, related, hidden, locked } = props;
  const { t } = useTranslation();
  const { mapping } = layer;
  const gone = hidden || (layer.account !== null && layer.account.outcome.fate !== 'drawn');
  return (
    <Box
      component="li"
      data-testid="layer"
      data-mapping={mapping}
      sx={{
        position: 'relative',
        display: 'flex',
        alignItems: 'flex-start',
        borderRadius: 1,
        mx: 2,
        bgcolor: selected ? 'line' : related ? 'raised' : 'transparent',
        boxShadow: (theme) => (selected ? `inset 2px 0 ${theme.vars.palette.primary.main}` : 'none'),
        '&:hover': { bgcolor: selected ? 'line' : 'raised' },
        // Room for the buttons where they stay; where they come and go nothing may move for them.
        '--buttons': selected || hidden || locked ? '92px' : '0px',
        '--handle': '0px',
        '--ground': (theme) => (selected ? theme.vars.palette.line : theme.vars.palette.raised),
        '& .quiet': { opacity: 0 },
        '&:hover .quiet, &:focus-within .quiet, & .quiet.on': { opacity: 1, pointerEvents: 'auto' },
        '@media (any-pointer: coarse)': { '--handle': '44px' },
        '@media (hover: none)': {
          flexWrap: 'wrap',
          '--buttons': '44px',
          '& .quiet': { opacity: 1, pointerEvents: 'auto' },
        },
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
              sx={{
                display: 'block',
                minHeight: 22,
                pr: 'calc(var(--buttons) + var(--handle))',
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
              sx={{
                display: 'block',
                pr: 'var(--handle)',
                color: selected ? 'text.secondary' : 'text.low',
                '@media (hover: none)': { pr: 'calc(var(--buttons) + var(--handle))' },
              }}
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
      <LayerActs {...props} />
    </Box>
  );
}

function waiting(layer: Layer, notTold: string, refused: string): ReactNode {
  return layer.entry.kind === 'refused' ? refused : notTold;
}
