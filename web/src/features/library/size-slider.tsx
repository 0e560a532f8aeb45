import GridViewRounded from '@mui/icons-material/GridViewRounded';
import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import { useTranslation } from 'react-i18next';
import { posterSizeChosen } from '../../app/settings-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { POSTER_SIZES } from '../../ui/poster-grid/geometry.ts';

export function SizeSlider() {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const size = useAppSelector((state) => state.settings.posterSize);
  return (
    <Box
      sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 3, width: { xs: 132, sm: 152 }, pr: 2 }}
    >
      <GridViewRounded fontSize="small" sx={{ color: 'text.low' }} aria-hidden />
      <Slider
        size="small"
        aria-label={t('library.size')}
        value={size}
        min={0}
        max={POSTER_SIZES - 1}
        step={1}
        onChange={(_, value) => dispatch(posterSizeChosen(Number(value)))}
      />
    </Box>
  );
}
