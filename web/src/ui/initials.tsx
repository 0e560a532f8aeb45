import Box from '@mui/material/Box';
import { weights } from '../theme/tokens.ts';
import { placeholderTone } from './placeholder-tone.ts';

/** The first letters of the first two words, whole even where a letter is made of several characters. */
export function initialsOf(name: string): string {
  return (name.match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}

/** A person as a small round sign; the same person always on the same ground. */
export function Initials({ id, name, size = 32 }: { id: string; name: string; size?: number }) {
  return (
    <Box
      aria-hidden
      data-initials={initialsOf(name)}
      sx={{
        width: size,
        height: size,
        flex: 'none',
        display: 'grid',
        placeItems: 'center',
        borderRadius: '50%',
        border: 1,
        borderColor: 'edge',
        bgcolor: placeholderTone(id),
        fontSize: size * 0.4,
        fontWeight: weights.strong,
        lineHeight: 1,
        // A drawing and not a word: what is read out beside it is the whole name.
        '&::before': { content: 'attr(data-initials)' },
      }}
    />
  );
}
