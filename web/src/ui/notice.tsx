import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Bulbs } from './bulbs.tsx';
import { MarkedText } from './marked-text.tsx';

/** What stands in a page that has nothing else to show: one sentence, what it means, one action. */
export function Notice(props: {
  title: string;
  what: string;
  action?: ReactNode;
  children?: ReactNode;
  lit?: readonly number[];
  role?: 'alert' | 'status';
}) {
  return (
    <Stack role={props.role} sx={{ alignItems: 'center', textAlign: 'center', py: 16, px: 4, gap: 3 }}>
      <Bulbs {...(props.lit && { lit: props.lit })} />
      <Typography variant="h2" component="h2" sx={{ mt: 3 }}>
        {props.title}
      </Typography>
      <Typography color="textSecondary" sx={{ maxWidth: '56ch' }}>
        <MarkedText text={props.what} />
      </Typography>
      {props.action}
      {props.children}
    </Stack>
  );
}
