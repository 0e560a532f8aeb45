import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import Box from '@mui/material/Box';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Typography from '@mui/material/Typography';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppSelector } from '../app/store.ts';
import { formatAge } from '../i18n/format.ts';
import { selectConnection, selectLastAnswerAt } from '../live/live-slice.ts';
import { useNow } from '../ui/now.ts';

/** Said quietly above every page while nobody answers. */
export function OfflineBar() {
  const { t } = useTranslation();
  const offline = useAppSelector(selectConnection) === 'offline';
  const answeredAt = useAppSelector(selectLastAnswerAt);
  const now = useNow();
  return (
    <div role="status">
      {offline && (
        <Bar icon={CloudOffOutlined} tone="error.main" testId="offline-bar">
          {answeredAt === null
            ? t('frame.offline')
            : t('frame.offlineSince', { age: formatAge(new Date(answeredAt).toISOString(), now) })}
        </Bar>
      )}
    </div>
  );
}

function Bar(props: {
  icon: ComponentType<SvgIconProps>;
  tone: string;
  testId: string;
  children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <Box
      data-testid={props.testId}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: { xs: 4, sm: 6, md: 8 },
        py: 2,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      <Icon fontSize="small" sx={{ color: props.tone }} aria-hidden />
      <Typography variant="body2" color="textSecondary">
        {props.children}
      </Typography>
    </Box>
  );
}
