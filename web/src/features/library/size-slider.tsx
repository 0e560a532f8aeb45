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
    <Box sx={{ display: 'flex', alignItems: 'center', width: { xs: 96, sm: 120 }, px: 2 }}>
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
