import { allows } from '@marquee/contracts';
import LayersOutlined from '@mui/icons-material/LayersOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { skipToken } from '@reduxjs/toolkit/query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFewQuery, useLibrariesQuery } from '../../api/libraries.ts';
import { useAppSelector } from '../../app/store.ts';
import { selectRole } from '../../session/session-slice.ts';
import { Poster } from '../../ui/poster.tsx';
import { useDemoDoor } from '../overlays/first-look/use-demo-door.ts';

const FEW = 4;

/** While the demo is shown: some of its posters, and the way into the editor that made them. */
export function SeeAPoster() {
  const { t } = useTranslation();
  const mayEdit = allows('editor', useAppSelector(selectRole));
  const { address } = useDemoDoor();
  const { data: libraries } = useLibrariesQuery();
  const films = libraries?.find(({ kind }) => kind === 'movie');
  const { data: few = [] } = useFewQuery(
    films ? { libraryIds: [films.id], sort: '-rating', limit: FEW } : skipToken,
  );
  if (address === null || !mayEdit) return null;
  return (
    <Card
      data-testid="see-a-poster"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, p: 4, mb: 8 }}
    >
      <Box aria-hidden sx={{ display: 'flex', gap: 2 }}>
        {few.map((item) => (
          <Box key={item.id} sx={{ width: 48, height: 72, borderRadius: 1, overflow: 'hidden' }}>
            <Poster item={item} width={48} />
          </Box>
        ))}
      </Box>
      <Box sx={{ flex: '1 1 260px' }}>
        <Typography variant="h3" component="h2">
          {t('dashboard.poster')}
        </Typography>
        <Typography color="textSecondary" sx={{ textWrap: 'pretty' }}>
          {t('dashboard.posterWhat')}
        </Typography>
      </Box>
      <Button component={Link} to={address} variant="contained" startIcon={<LayersOutlined />}>
        {t('dashboard.posterOpen')}
      </Button>
    </Card>
  );
}
