import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslation } from 'react-i18next';

const across = ['left', 'center', 'right'] as const;
const down = ['top', 'center', 'bottom'] as const;
export type Across = (typeof across)[number];
export type Down = (typeof down)[number];

/** Where on the poster: nine places, of which one is lit. */
export function AlignControl(props: {
  label?: string;
  horizontal: string | null;
  vertical: string | null;
  onChange(horizontal: Across, vertical: Down): void;
}) {
  const { t } = useTranslation();
  const [nowAcross, nowDown] = [props.horizontal ?? 'left', props.vertical ?? 'top'];
  const unset = props.horizontal === null && props.vertical === null;
  return (
    <Box
      role="radiogroup"
      aria-label={props.label ?? t('overlays.inspector.align')}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(3, 32px)',
        width: 'max-content',
        gap: '2px',
        p: '2px',
        borderRadius: 1,
        border: 1,
        borderColor: 'line',
        '@media (pointer: coarse)': { gridTemplateColumns: 'repeat(3, 44px)' },
      }}
    >
      {down.flatMap((vertical) =>
        across.map((horizontal) => {
          const lit = horizontal === nowAcross && vertical === nowDown;
          return (
            <ButtonBase
              key={`${vertical} ${horizontal}`}
              role="radio"
              aria-checked={lit}
              aria-label={t('overlays.inspector.alignTo', {
                vertical: t(`overlays.inspector.down.${vertical}`),
                horizontal: t(`overlays.inspector.across.${horizontal}`),
              })}
              onClick={() => props.onChange(horizontal, vertical)}
              sx={{
                height: 24,
                borderRadius: '4px',
                bgcolor: lit ? 'line' : 'transparent',
                '&:hover': { bgcolor: 'line' },
                '&::after': {
                  content: '""',
                  width: lit ? 8 : 4,
                  height: lit ? 8 : 4,
                  borderRadius: '50%',
                  bgcolor: lit && !unset ? 'primary.main' : 'edge',
                },
                '@media (pointer: coarse)': { height: 44 },
              }}
            />
          );
        }),
      )}
    </Box>
  );
}
