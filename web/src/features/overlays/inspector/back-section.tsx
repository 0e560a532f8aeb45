import { describeAttributes } from '@marquee/kometa';
import Box from '@mui/material/Box';
import { BoxControl } from './box-control.tsx';
import type { SectionProps } from './section.ts';
import { useLiveNumber } from './use-live-number.ts';

const sides = ['back_line_width', 'back_padding', 'back_width', 'back_height', 'back_radius'] as const;

/** The numbers of the back box in the drawing of a box. */
export function BackSection(section: SectionProps) {
  const { value, problems, set } = section;
  // The two that a hand pulls at.
  const live = {
    back_width: useLiveNumber(section, 'back_width'),
    back_height: useLiveNumber(section, 'back_height'),
  };
  const bySide = <T,>(of: (side: (typeof sides)[number]) => T) => ({
    back_line_width: of('back_line_width'),
    back_padding: of('back_padding'),
    back_width: of('back_width'),
    back_height: of('back_height'),
    back_radius: of('back_radius'),
  });
  const number = (side: string) => {
    const parsed = Number.parseInt(String(value(side) ?? ''), 10);
    return Number.isNaN(parsed) ? null : parsed;
  };
  return (
    <Box sx={{ px: 4, pb: 2 }}>
      <BoxControl
        values={bySide(number)}
        live={live}
        defaults={bySide((side) =>
          String(describeAttributes().find(({ name }) => name === side)?.default ?? '–'),
        )}
        problems={sides.flatMap((side) => problems(side))}
        onChange={(side, next) => set({ [side]: next }, { merges: true })}
      />
    </Box>
  );
}
