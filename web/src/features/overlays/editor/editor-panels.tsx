import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { frame } from '../../../theme/tokens.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { ItemBar } from '../items/item-bar.tsx';
import { LayersPanel } from '../layers/layers-panel.tsx';
import { TextDrawer } from '../yaml/text-drawer.tsx';
import { StagePlace } from './stage-place.tsx';
import { useEditorContext } from './use-editor.ts';
import type { LayerCommands } from './use-layer-commands.ts';
import type { usePlaceOnStage } from './use-place-on-stage.ts';

const LAYERS = 280;
const INSPECTOR = 360;
const BOTH = 320;
/** What a phone has between its bars, less enough of the panel below to see that there is one. */
const STAGE_ON_PHONE = `clamp(min(440px, 90dvh), calc(100dvh - ${frame.topBar + frame.bottomBar + 172}px), 680px)`;
const WITH_YAML_ON_PHONE = 800;

/** Layers left, stage in the middle, inspector right; where it is narrower the two share one panel. */
export function EditorPanels(props: {
  layout: 'wide' | 'medium' | 'narrow';
  stage: ReturnType<typeof usePlaceOnStage>;
  commands: LayerCommands;
  yamlOpen: boolean;
  onYaml(open: boolean): void;
  onPick(): void;
}) {
  const { layout, stage, commands, onYaml } = props;
  const { t } = useTranslation();
  const { document } = useEditorContext();
  const [shared, setShared] = useState<'layers' | 'inspector'>('layers');
  const [goTo, setGoTo] = useState<{ line: number } | null>(null);
  const openLine = useCallback(
    (line: number) => {
      onYaml(true);
      setGoTo({ line });
    },
    [onYaml],
  );
  const [only] = document.selection;
  const one = document.selection.length === 1 ? only : undefined;
  // On a narrow screen the person who takes hold of something on the stage wants its attributes.
  useEffect(() => {
    if (one !== undefined && layout !== 'wide') setShared('inspector');
  }, [one, layout]);

  const layers = <LayersPanel account={stage.account} commands={commands} />;
  const inspector = (
    <Inspector item={stage.active?.item ?? null} account={stage.account} onProblem={openLine} />
  );
  const middle = (
    <Box
      sx={{
        minWidth: 0,
        minHeight: 0,
        display: 'flex',
        flexDirection: 'column',
        bgcolor: 'background.default',
        ...(layout === 'narrow'
          ? { flex: 'none', height: props.yamlOpen ? WITH_YAML_ON_PHONE : STAGE_ON_PHONE }
          : { flex: 1 }),
      }}
    >
      <ItemBar
        itemId={stage.activeId}
        title={stage.active?.item.title ?? null}
        pins={stage.pins}
        onPick={props.onPick}
      />
      <StagePlace stage={stage} alone={props.yamlOpen} onCopy={commands.copy} onPick={props.onPick} />
      {props.yamlOpen && <TextDrawer goTo={goTo} onClose={() => onYaml(false)} onGo={openLine} />}
    </Box>
  );
  if (layout === 'wide') {
    return (
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Panel width={LAYERS} side="left" label={t('overlays.layers.title')}>
          <PanelTitle>{t('overlays.layers.title')}</PanelTitle>
          {layers}
        </Panel>
        {middle}
        <Panel width={INSPECTOR} side="right" label={t('overlays.inspector.title')}>
          {inspector}
        </Panel>
      </Box>
    );
  }
  return (
    <Box
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: layout === 'narrow' ? 'column' : 'row' }}
    >
      {middle}
      <Panel
        width={layout === 'narrow' ? '100%' : BOTH}
        side={layout === 'narrow' ? 'bottom' : 'right'}
        label={t(shared === 'layers' ? 'overlays.layers.title' : 'overlays.inspector.title')}
      >
        <ToggleButtonGroup
          exclusive
          fullWidth
          value={shared}
          aria-label={t('overlays.editor.panel')}
          onChange={(_event, next: typeof shared | null) => next && setShared(next)}
          sx={{
            p: 2,
            position: 'sticky',
            top: layout === 'narrow' ? frame.topBar : 0,
            zIndex: 2,
            bgcolor: 'background.paper',
          }}
        >
          <ToggleButton value="layers">{t('overlays.layers.title')}</ToggleButton>
          <ToggleButton value="inspector">{t('overlays.inspector.title')}</ToggleButton>
        </ToggleButtonGroup>
        {shared === 'layers' ? layers : inspector}
      </Panel>
    </Box>
  );
}

function Panel(props: {
  width: number | string;
  side: 'left' | 'right' | 'bottom';
  label: string;
  children: ReactNode;
}) {
  const edge = { left: 'borderRight', right: 'borderLeft', bottom: 'borderTop' } as const;
  return (
    <Box
      component="section"
      aria-label={props.label}
      sx={{
        width: props.width,
        flex: 'none',
        overflowY: 'auto',
        scrollbarGutter: 'auto',
        bgcolor: 'background.paper',
        [edge[props.side]]: 1,
        borderColor: 'line',
        ...(props.side === 'bottom' && { overflowY: 'visible', minHeight: 320 }),
      }}
    >
      {props.children}
    </Box>
  );
}

function PanelTitle({ children }: { children: ReactNode }) {
  return (
    <Typography variant="subtitle2" component="h2" sx={{ px: 4, pt: 4, pb: 2 }}>
      {children}
    </Typography>
  );
}
