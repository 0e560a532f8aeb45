import { useState } from 'react';

interface Typed<T> {
  words: string;
  means: T;
}

/**
 * What stands in a field while somebody types: their own words, as long as they mean what is written. When the value
 * becomes another one by other means, by an undo say, the field shows that.
 */
export function useTyped<T extends string | number | null>(value: T) {
  const [typed, setTyped] = useState<Typed<T> | null>(null);
  const current = typed !== null && typed.means === value ? typed.words : null;
  return {
    shown: current ?? (value === null ? '' : String(value)),
    isEmpty: current?.trim() === '',
    type: (words: string, means: T) => setTyped({ words, means }),
    drop: () => setTyped(null),
  };
}
