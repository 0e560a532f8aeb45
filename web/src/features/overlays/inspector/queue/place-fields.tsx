import type { PlaceAttribute } from '@marquee/contracts';
import type { WrittenPlace } from '@marquee/kometa';
import SwapHorizRounded from '@mui/icons-material/SwapHorizRounded';
import SwapVertRounded from '@mui/icons-material/SwapVertRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { AlignControl } from '../align-control.tsx';
import { type Scalar, scalar } from '../section.ts';
import { PlaceField } from './place-field.tsx';

const axes = ['horizontal', 'vertical'] as const;
type Axis = (typeof axes)[number];
const icons = { horizontal: SwapHorizRounded, vertical: SwapVertRounded };

/** One place: on which of nine spots it counts from, and how far from there. */
export function PlaceFields(props: {
  name(attribute: PlaceAttribute): string;
  alignName: string;
  says: WrittenPlace;
  otherwise: WrittenPlace;
  isTrouble(attribute: PlaceAttribute, value: Scalar): boolean;
  isCentred(axis: Axis): boolean;
  onSet(attribute: PlaceAttribute, value: Scalar): void;
  onAlign(align: { horizontal: string; vertical: string }): void;
}) {
  const { says, otherwise } = props;
  const { t } = useTranslation();
  const shown = (attribute: PlaceAttribute) => scalar(says[attribute] ?? otherwise[attribute]);
  const aligns = axes.map((axis) => `${axis}_align` as const);
  const unsaid = aligns.every((attribute) => says[attribute] === undefined);
  return (
    <Box sx={{ display: 'flex', gap: 3, minWidth: 0 }}>
      <Box sx={{ flex: 'none', ...(unsaid && { '& [aria-checked="true"]::after': { opacity: 0.45 } }) }}>
        <AlignControl
          label={props.alignName}
          horizontal={word(shown('horizontal_align'))}
          vertical={word(shown('vertical_align'))}
          onChange={(horizontal, vertical) => props.onAlign({ horizontal, vertical })}
        />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>
        {axes.map((axis) => {
          const attribute = `${axis}_offset` as const;
          const Icon = icons[axis];
          return (
            <PlaceField
              key={axis}
              label={props.name(attribute)}
              value={scalar(says[attribute])}
              otherwise={String(scalar(otherwise[attribute]) ?? '–')}
              start={<Icon sx={{ fontSize: 16, ml: -1.5, color: 'text.low' }} />}
              check={(value) =>
                props.isTrouble(attribute, value)
                  ? t(
                      props.isCentred(axis)
                        ? 'overlays.inspector.queue.anyPixels'
                        : 'overlays.inspector.queue.pixels',
                    )
                  : null
              }
              onChange={(value) => props.onSet(attribute, value)}
            />
          );
        })}
        {aligns
          .filter((attribute) => props.isTrouble(attribute, scalar(says[attribute])))
          .map((attribute) => (
            <Typography key={attribute} role="alert" variant="caption" color="error">
              {t('overlays.inspector.queue.chooseAlign', {
                attribute,
                value: String(shown(attribute) ?? '–'),
              })}
            </Typography>
          ))}
      </Box>
    </Box>
  );
}

const word = (value: Scalar) => (value === null ? null : String(value));
