import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import type { Desk } from './desk.ts';
import { monacoLook } from './monaco-words.ts';

/** Where the desk shows its text. */
export function TextPane({ desk, label }: { desk: Desk; label: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current ? desk.mount(host.current, label) : undefined), [desk, label]);
  return <Box ref={host} data-testid="text-pane" sx={{ ...monacoLook, position: 'absolute', inset: 0 }} />;
}
