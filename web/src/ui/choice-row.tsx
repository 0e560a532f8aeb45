import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';

/** One of a list beside what is shown of the chosen one. */
export function ChoiceRow(props: { chosen: boolean; onChoose(): void; children: ReactNode }) {
  const { chosen } = props;
  return (
    <ButtonBase
      aria-pressed={chosen}
      onClick={props.onChoose}
      sx={{
        display: 'block',
        width: '100%',
        textAlign: 'left',
        p: 2,
        borderRadius: 1,
        bgcolor: chosen ? 'line' : 'transparent',
        '&:hover': { bgcolor: 'line' },
      }}
    >
      {props.children}
    </ButtonBase>
  );
}
