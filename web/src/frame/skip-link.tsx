import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';

const Skip = styled('a')(({ theme }) => ({
  position: 'fixed',
  top: theme.spacing(2),
  left: theme.spacing(2),
  zIndex: theme.zIndex.tooltip,
  padding: theme.spacing(2, 4),
  borderRadius: theme.shape.borderRadius,
  backgroundColor: theme.vars.palette.raised,
  color: theme.vars.palette.text.primary,
  '&:not(:focus)': { transform: 'translateY(-200%)' },
}));

export function SkipLink() {
  const { t } = useTranslation();
  return <Skip href="#content">{t('skip')}</Skip>;
}
