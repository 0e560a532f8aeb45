import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import HistoryRounded from '@mui/icons-material/HistoryRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import NotesRounded from '@mui/icons-material/NotesRounded';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const places = [
  { to: '/users', name: 'users', icon: GroupOutlined },
  { to: '/audit', name: 'audit', icon: HistoryRounded },
  { to: '/logs', name: 'logs', icon: NotesRounded },
  { to: '/about', name: 'about', icon: InfoOutlined },
] as const;

/** What an admin looks after and is not a setting. */
export function SettingsLinks() {
  const { t } = useTranslation();
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        mb: 6,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
        gap: 4,
      }}
    >
      {places.map(({ to, name, icon: Icon }) => (
        <Card key={to} component="li">
          <CardActionArea {...{ component: Link, to }} sx={{ p: 4, display: 'flex', gap: 3 }}>
            <Icon fontSize="small" sx={{ color: 'text.low' }} aria-hidden />
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="subtitle2">{t(`settings.links.${name}`)}</Typography>
              <Typography variant="body2" color="textSecondary" noWrap>
                {t(`settings.linksWhat.${name}`)}
              </Typography>
            </Box>
            <ChevronRightRounded fontSize="small" sx={{ color: 'text.low' }} aria-hidden />
          </CardActionArea>
        </Card>
      ))}
    </Box>
  );
}
