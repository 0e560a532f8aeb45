import Avatar from '@mui/material/Avatar';
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
    <Avatar
      aria-hidden
      data-initials={initialsOf(name)}
      sx={{
        width: size,
        height: size,
        fontSize: size * 0.4,
        fontWeight: weights.strong,
        color: 'text.primary',
        bgcolor: placeholderTone(id),
        border: 1,
        borderColor: 'edge',
        // A drawing and not a word: what is read out beside it is the whole name.
        '&::before': { content: 'attr(data-initials)' },
      }}
    >
      {null}
    </Avatar>
  );
}
