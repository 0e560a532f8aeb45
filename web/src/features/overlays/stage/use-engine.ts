import { useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { engineSources } from '../../../api/engine-sources.ts';
import { useAppDispatch } from '../../../app/store.ts';
import type { EngineClient, EngineState } from '../../../engine/engine-client.ts';
import { EngineOpener } from '../../../engine/engine-context.ts';

const STARTING: EngineState = { state: 'starting' };
const nothing = () => () => {};

/** An engine for as long as the stage is there; null until it was opened. */
export function useEngine(): { engine: EngineClient | null; state: EngineState } {
  const dispatch = useAppDispatch();
  const open = useContext(EngineOpener);
  const [engine, setEngine] = useState<EngineClient | null>(null);
  useEffect(() => {
    const opened = open(dispatch(engineSources()));
    setEngine(opened);
    return () => opened.end();
  }, [dispatch, open]);
  const state = useSyncExternalStore(engine?.watch ?? nothing, () => engine?.state ?? STARTING);
  return { engine, state };
}
