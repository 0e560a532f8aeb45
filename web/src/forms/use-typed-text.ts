import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 500;

/**
 * What stands in a field while somebody types. It is told after a pause, with Enter, and when the field is left; what `read`
 * cannot take is not told, and stays with its trouble. What is emptied is told only when the field is left.
 */
export function useTypedText<T>(props: {
  written: string;
  read(typed: string): { value: T } | { trouble: string };
  onValue(value: T): void;
  onEmpty(): void;
  lines?: boolean;
}) {
  const { written } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const now = useRef(props);
  now.current = props;
  const read = typed === null || typed.trim() === '' ? null : props.read(typed);

  const tell = (text: string | null, left: boolean) => {
    if (text === null || text === now.current.written) {
      if (left) setTyped(null);
      return;
    }
    if (text.trim() === '') {
      if (!left) return;
      setTyped(null);
      now.current.onEmpty();
      return;
    }
    const outcome = now.current.read(text);
    if ('trouble' in outcome) return;
    setTyped(null);
    now.current.onValue(outcome.value);
  };
  const tellNow = useRef(tell);
  tellNow.current = tell;
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => tellNow.current(typed, false), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return {
    trouble: read && 'trouble' in read ? read.trouble : undefined,
    field: {
      value: typed ?? written,
      onChange: ({ target }: { target: { value: string } }) => setTyped(target.value),
      onBlur: () => tell(typed, true),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' && !props.lines) tell(typed, false);
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      },
    },
  };
}
