import type { OverlaySet } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '../../../engine/engine-client.ts';
import { CompareAll, Filmstrip } from './pinned-items.tsx';
import { EngineUnable } from './stage-notices.tsx';
import type { StageItem, StageProps } from './stage-props.ts';
import { SideBySide, type Switches, ToolRow } from './stage-tools.tsx';
import { StageWindow } from './stage-window.tsx';
import { useEngine } from './use-engine.ts';

const nothing: OverlaySet = { definitions: [], queues: [] };

/** Where overlays are looked at and taken hold of: what it shows is what Kometa would upload. */
export function Stage(props: StageProps) {
  const { t } = useTranslation();
  const { set, items, activeItemId, onActivate, hidden, layout, before, onAccount } = props;
  const { engine, state } = useEngine();
  const [switches, setSwitches] = useState<Switches>({
    snapping: true,
    wipe: false,
    pixel: false,
    all: false,
  });
  const onSwitch = useCallback(
    (name: keyof Switches) => setSwitches((now) => ({ ...now, [name]: !now[name] })),
    [],
  );

  const scenes = useMemo(
    () => items.map((one) => sceneOf(one, set, hidden, layout)),
    [items, set, hidden, layout],
  );
  const active = scenes.find(({ item }) => item.itemId === activeItemId) ?? scenes[0];
  const known = items.find(({ item }) => item.itemId === active?.item.itemId);
  const earlier = useMemo(
    () =>
      known
        ? sceneOf({ ...known, matched: before?.matched ?? none }, before?.set ?? nothing, none, layout)
        : null,
    [known, before, layout],
  );

  const had = useRef(items);
  useEffect(() => {
    const kept = new Set(items.map(({ item }) => item.itemId));
    // A poster is 4 MB; what is not pinned any more need not lie about.
    for (const { item } of had.current) if (!kept.has(item.itemId)) engine?.forget(item);
    had.current = items;
  }, [engine, items]);

  if (state.state === 'unable') return <EngineUnable message={state.message} />;
  if (!engine || !active || !earlier || state.state === 'starting')
    return (
      <Skeleton
        variant="rectangular"
        role="status"
        aria-label={t('overlays.stage.loading')}
        sx={{ flex: 1, minHeight: 280 }}
      />
    );
  const several = scenes.length > 1;
  return (
    <Box
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0, height: '100%' }}
    >
      {switches.all && several ? (
        <>
          <ToolRow>
            <Box sx={{ flex: 1 }} />
            <SideBySide on onSwitch={onSwitch} />
          </ToolRow>
          <CompareAll
            engine={engine}
            scenes={scenes}
            activeItemId={active.item.itemId}
            onActivate={(itemId) => {
              onSwitch('all');
              onActivate(itemId);
            }}
            onAccount={onAccount}
          />
        </>
      ) : (
        <>
          <StageWindow
            engine={engine}
            scene={active}
            before={earlier}
            beforeIs={before ? 'saved' : 'bare'}
            switches={switches}
            onSwitch={onSwitch}
            several={several}
            locked={props.locked}
            selection={props.selection}
            onSelect={props.onSelect}
            onPlace={props.onPlace}
            onCopy={props.onCopy}
            onAccount={onAccount}
          />
          {several && (
            <Filmstrip
              engine={engine}
              scenes={scenes}
              activeItemId={active.item.itemId}
              onActivate={onActivate}
              onAccount={onAccount}
            />
          )}
        </>
      )}
    </Box>
  );
}

const none: ReadonlySet<string> = new Set();

/** What is switched off in the layers panel is as if it did not match. */
function sceneOf(
  { item, matched, assumed }: StageItem,
  set: OverlaySet,
  hidden: ReadonlySet<string>,
  layout: Scene['layout'],
): Scene {
  const seen = new Set([...matched].filter((key) => !hidden.has(key)));
  return { item, set, changes: [], matched: seen, assumed, layout };
}
