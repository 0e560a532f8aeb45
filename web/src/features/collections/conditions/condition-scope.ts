import type { CollectionLevel } from '@marquee/contracts';
import { createContext, useContext } from 'react';

interface ConditionScope {
  /** The library that is asked for values and counts; null where there is none. */
  libraryId: string | null;
  level: CollectionLevel | null;
}

export const ConditionScope = createContext<ConditionScope>({ libraryId: null, level: null });
export const useConditionScope = (): ConditionScope => useContext(ConditionScope);
