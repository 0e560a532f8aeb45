import type { ComparedItem } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';

/** As high as a poster until it is there. */
const Picture = styled('img')({ display: 'block', width: '100%', aspectRatio: 'auto 2 / 3' });
const faces = ['after', 'before', 'difference'] as const;
type Face = (typeof faces)[number];

const grid = {
  ...{ listStyle: 'none', m: 0, p: 0 },
  ...{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(112px, 1fr))' },
} as const;

/** Where the pinned items come to stand, while they are drawn. */
export function PlacesToCompare({ count }: { count: number }) {
  return (
    <Box aria-hidden sx={{ ...grid, mt: 4 }}>
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
        <Skeleton key={place} height="auto" sx={{ aspectRatio: '2 / 3' }} />
      ))}
    </Box>
  );
}

/** Which pinned items a save would change, before, after and where they differ. */
export function ComparedItems({ compared }: { compared: readonly ComparedItem[] }) {
  const { t } = useTranslation();
  const [face, setFace] = useState<Face>('after');
  const changed = compared.filter((item) => item.changed);
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 3 }}>
        <Typography variant="subtitle2" role="status" sx={{ flex: '1 1 200px' }}>
          {t('overlays.save.changes', { count: changed.length, total: compared.length })}
        </Typography>
        {changed.length > 0 && (
          <ToggleButtonGroup
            exclusive
            size="small"
            value={face}
            aria-label={t('overlays.save.face')}
            onChange={(_event, next: Face | null) => next && setFace(next)}
          >
            {faces.map((one) => (
              <ToggleButton key={one} value={one}>
                {t(`overlays.save.faces.${one}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
      </Box>
      <Box component="ul" sx={grid}>
        {changed.map((item) => {
          const address = { after: item.afterUrl, before: item.beforeUrl, difference: item.differenceUrl }[
            face
          ];
          return (
            <li key={item.itemId} data-testid="compared">
              <Box sx={{ borderRadius: 1, overflow: 'hidden', bgcolor: 'background.default', mb: 1 }}>
                {address ? (
                  <Picture src={address} alt={t(`overlays.save.faceOf.${face}`, { title: item.title })} />
                ) : (
                  <Typography variant="caption" color="textSecondary" sx={{ display: 'block', p: 3 }}>
                    {t('overlays.save.noOverlay')}
                  </Typography>
                )}
              </Box>
              <Typography variant="body2" noWrap title={item.title}>
                {item.title}
              </Typography>
              <Typography variant="caption" sx={{ color: 'text.low', fontVariantNumeric: 'tabular-nums' }}>
                {t('overlays.save.pixels', {
                  count: item.differingPixels,
                  told: formatCount(item.differingPixels),
                })}
              </Typography>
            </li>
          );
        })}
      </Box>
    </Box>
  );
}
