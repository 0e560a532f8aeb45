import { createContext } from 'react';
import type { EngineSources } from './assets.ts';
import type { EngineClient } from './engine-client.ts';
import { openEngine } from './open-engine.ts';

/** How the stage gets its engine; a test hands in another. */
export const EngineOpener = createContext<(sources: EngineSources) => EngineClient>(openEngine);
