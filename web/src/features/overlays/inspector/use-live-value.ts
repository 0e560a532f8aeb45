import { useCallback, useSyncExternalStore } from 'react';
import { useEditorContext } from '../editor/use-editor.ts';
import type { Scalar, SectionProps } from './section.ts';

/** What stands in the text; while a hand on the stage changes it, what it is by then. */
export function useLiveValue({ definition, value }: SectionProps, name: string): Scalar {
  const { live } = useEditorContext();
  const { key } = definition;
  const read = useCallback(() => live.value(key, name), [live, key, name]);
  return useSyncExternalStore(live.subscribe, read) ?? value(name);
}
