import { useColorScheme } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { Desk } from '../files/editor/desk.ts';
import { loadDesk } from '../files/editor/load-desk.ts';

const nobody = { onUnsaved() {}, onText() {}, onCursor() {}, onLeadTo() {} };
const nothing = { textOf: () => null, pathsIn: () => [], reindent: () => Promise.resolve(null) };

/** A desk away from the files page: texts are compared on it, or brought together. */
export function useComparingDesk(): { desk: Desk | null; failed: boolean; retry(): void } {
  const [desk, setDesk] = useState<Desk | null>(null);
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  const { mode, systemMode } = useColorScheme();
  const theme = (mode === 'system' ? systemMode : mode) === 'light' ? 'light' : 'dark';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is how it is tried once more.
  useEffect(() => {
    let wanted = true;
    let loaded: Desk | null = null;
    setFailed(false);
    loadDesk(nobody, nothing).then(
      (made) => {
        loaded = made;
        if (wanted) setDesk(made);
        else made.end();
      },
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
      loaded?.end();
      setDesk(null);
    };
  }, [asked]);
  useEffect(() => desk?.setTheme(theme), [desk, theme]);
  return { desk, failed, retry: () => setAsked((now) => now + 1) };
}
