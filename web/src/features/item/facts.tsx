import type { Item } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import { itemFacts } from './item-facts.ts';

export function Facts({ item }: { item: Item }) {
  const { t } = useTranslation();
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, p: 0, mt: 4, display: 'flex', flexWrap: 'wrap', gap: 2 }}
    >
      {itemFacts(item, t).map((fact) => (
        <Chip key={fact} component="li" label={fact} />
      ))}
    </Box>
  );
}
