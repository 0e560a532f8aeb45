import { formatAge, formatExact } from '../i18n/format.ts';
import { useNow } from './now.ts';

/** "3 hours ago", with the exact time on hover. */
export function Age({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={formatExact(at)}>
      {formatAge(at, now)}
    </time>
  );
}
