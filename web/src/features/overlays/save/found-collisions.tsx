import type { Collision } from '@marquee/contracts';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';

type OnOpen = (itemId: string, keys: string[]) => void;

/** What collides, once, with the items on which it does: a whole library has the same trouble many times. */
export function FoundCollisions(props: { collisions: readonly Collision[]; done: number; onOpen: OnOpen }) {
  const { collisions, done, onOpen } = props;
  const { t } = useTranslation();
  if (collisions.length === 0) {
    return (
      <Typography role="status" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <CheckCircleOutlined fontSize="small" sx={{ color: 'success.main' }} aria-hidden />
        {t('overlays.collisions.none', { count: done, told: formatCount(done) })}
      </Typography>
    );
  }
  return (
    <Box>
      <Typography role="status" variant="subtitle2" sx={{ mb: 4, fontVariantNumeric: 'tabular-nums' }}>
        {t('overlays.collisions.found', {
          count: collisions.length,
          told: formatCount(collisions.length),
        })}
      </Typography>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 5 }}
      >
        {[...byKind(collisions)].map(([name, own]) => (
          <Kind key={name} collisions={own} onOpen={onOpen} />
        ))}
      </Box>
    </Box>
  );
}

const SHOWN = 6;

function Kind({ collisions, onOpen }: { collisions: readonly Collision[]; onOpen: OnOpen }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [one] = collisions;
  if (!one) return null;
  const shown = all ? collisions : collisions.slice(0, SHOWN);
  const more = collisions.length - shown.length;
  return (
    <li>
      <Typography variant="body2" sx={{ mb: 2 }}>
        {kindWords(one, t)}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {shown.map((collision) => (
          <Chip
            key={`${collision.itemId} ${collision.box.x} ${collision.box.y}`}
            clickable
            variant="outlined"
            aria-label={`${collision.title}: ${words(collision, t)}`}
            label={collision.title}
            {...(collision.second !== null && { title: words(collision, t) })}
            onClick={() => onOpen(collision.itemId, keysOf(collision))}
            sx={{ maxWidth: '100%' }}
          />
        ))}
        {more > 0 && (
          <Button size="small" onClick={() => setAll(true)}>
            {t('overlays.collisions.more', { count: more, told: formatCount(more) })}
          </Button>
        )}
      </Box>
    </li>
  );
}

function byKind(collisions: readonly Collision[]): Map<string, Collision[]> {
  const kinds = new Map<string, Collision[]>();
  for (const collision of collisions) {
    const name = JSON.stringify(keysOf(collision));
    kinds.set(name, [...(kinds.get(name) ?? []), collision]);
  }
  return kinds;
}
function keysOf({ first, second }: Collision): string[] {
  return second === null ? [first] : [first, second];
}
function kindWords({ first, second }: Collision, t: TFunction): string {
  return second === null
    ? t('overlays.collisions.outside', { first })
    : t('overlays.collisions.overlap', { first, second });
}
function words(collision: Collision, t: TFunction): string {
  const { first, second, box } = collision;
  if (second === null) return kindWords(collision, t);
  return t('overlays.collisions.overlapBy', { first, second, width: box.width, height: box.height });
}
