import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import type { Comparison, Desk } from './desk.ts';
import { monacoLook } from './monaco-words.ts';

/** Two texts beside each other, or one beneath the other where there is no room. */
export function Compare(props: {
  desk: Desk;
  first: string;
  second: string;
  labels: [first: string, second: string];
  path: string;
  /** Given where the second text may be changed; it hears how to read it. */
  onEditable?(read: () => string): void;
}) {
  const { desk, first, second, path } = props;
  const host = useRef<HTMLDivElement>(null);
  const told = useRef(props);
  told.current = props;
  useEffect(() => {
    if (!host.current) return;
    const { labels, onEditable } = told.current;
    const comparison: Comparison = desk.compare(host.current, {
      ...{ first, second, path, labels },
      editable: onEditable !== undefined,
    });
    onEditable?.(comparison.second);
    return () => comparison.end();
  }, [desk, first, second, path]);
  return (
    <Box
      ref={host}
      data-testid="comparison"
      sx={{
        ...monacoLook,
        height: `min(56vh, ${Math.max(180, linesOf(first, second) * LINE + 16)}px)`,
        border: 1,
        borderColor: 'line',
        borderRadius: 1,
        overflow: 'hidden',
      }}
    />
  );
}

/** As high as Monaco makes a line. */
const LINE = 21;

const linesOf = (first: string, second: string) =>
  Math.max(...[first, second].map((text) => text.split('\n').length)) + 1;
