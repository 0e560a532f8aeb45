import type { BlockTemplate } from '@marquee/contracts';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { kindIcons } from './kind-icons.ts';

/** A template: what it makes, for which libraries, and the way to use it. */
export function TemplateCard(props: {
  template: BlockTemplate;
  mayEdit: boolean;
  onUse(): void;
  onRemove(): void;
}) {
  const { template, mayEdit } = props;
  const { t } = useTranslation();
  const { title, what, kind, library, shipped } = template;
  const Icon = kindIcons[kind];
  return (
    <Card
      component="li"
      sx={{
        p: 4,
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
        '&:focus-within': { borderColor: 'edge' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2 }}>
        <Icon sx={{ fontSize: 20, color: 'text.low', mt: '2px' }} aria-hidden />
        <Typography
          variant="subtitle2"
          component="h2"
          sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
        >
          {title}
        </Typography>
        {!shipped && mayEdit && (
          <Tooltip title={t('templates.remove', { title })}>
            <IconButton
              size="small"
              aria-label={t('templates.remove', { title })}
              onClick={props.onRemove}
              sx={{ m: -1 }}
            >
              <DeleteOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
        {what}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, mt: 1, minHeight: 32 }}>
        <Chip size="small" variant="outlined" label={t(`templates.kind.${kind}`)} />
        {library && <Chip size="small" variant="outlined" label={t(`templates.libraries.${library}`)} />}
        {!shipped && <Chip size="small" variant="outlined" color="primary" label={t('templates.own')} />}
        {mayEdit && (
          <Button
            size="small"
            variant="outlined"
            aria-label={t('templates.useNamed', { title })}
            onClick={props.onUse}
            sx={{ ml: 'auto' }}
          >
            {t('templates.useIt')}
          </Button>
        )}
      </Box>
    </Card>
  );
}
