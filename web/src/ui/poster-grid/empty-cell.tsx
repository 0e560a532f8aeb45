import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';
import { placeholderTone } from '../placeholder-tone.ts';
import { CAPTION_HEIGHT, type Geometry } from './geometry.ts';

/** The place of an entry that is still on its way, in the size it will have. */
export function EmptyCell(props: {
  seed: number;
  geometry: Geometry;
  captions: boolean;
  row: boolean;
  tabIndex: 0 | -1;
}) {
  const { t } = useTranslation();
  const { geometry } = props;
  return (
    <Box tabIndex={props.tabIndex} role="img" aria-label={t('cell.loading')} sx={{ borderRadius: 1 }}>
      {props.row ? (
        <Box sx={{ height: geometry.pictureHeight, display: 'flex', alignItems: 'center', px: 3 }}>
          <Skeleton width={`${30 + ((props.seed * 7) % 30)}%`} height={14} animation={false} />
        </Box>
      ) : (
        <Box
          sx={{
            height: geometry.pictureHeight,
            borderRadius: 1,
            bgcolor: placeholderTone(String(props.seed)),
          }}
        />
      )}
      {props.captions && !props.row && (
        <Box sx={{ height: CAPTION_HEIGHT, pt: 2.5 }}>
          <Skeleton width="70%" height={12} animation={false} />
        </Box>
      )}
    </Box>
  );
}
