import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import PushPinOutlined from '@mui/icons-material/PushPinOutlined';
import PushPinRounded from '@mui/icons-material/PushPinRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { ProblemLine } from '../../../ui/problem-line.tsx';
import { MOST_PINS, type usePins } from './use-pins.ts';

/** Which item the stage shows, whether it is pinned, and the way to others. */
export function ItemBar(props: {
  itemId: string | null;
  title: string | null;
  pins: ReturnType<typeof usePins>;
  onPick(): void;
}) {
  const { itemId, title, pins } = props;
  const { t } = useTranslation();
  const pinned = itemId !== null && pins.pins.includes(itemId);
  const pin = t(pinned ? 'overlays.items.unpin' : 'overlays.items.pin', { title: title ?? '' });
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 1,
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      <Button
        onClick={props.onPick}
        aria-haspopup="dialog"
        endIcon={<ExpandMoreRounded />}
        title={t('overlays.items.pick')}
        sx={{ minWidth: 0, px: 2 }}
      >
        <Typography component="span" noWrap variant="subtitle2">
          {title ?? t('overlays.items.pick')}
        </Typography>
      </Button>
      {itemId !== null && (
        <Tooltip title={pin}>
          <span>
            <IconButton
              aria-label={pin}
              aria-pressed={pinned}
              disabled={!pinned && pins.full}
              onClick={() => pins.toggle(itemId)}
              sx={{ ...(pinned && { color: 'accentStrong' }) }}
            >
              {pinned ? <PushPinRounded fontSize="small" /> : <PushPinOutlined fontSize="small" />}
            </IconButton>
          </span>
        </Tooltip>
      )}
      <Tooltip title={t('overlays.items.golden')}>
        <Typography
          variant="caption"
          noWrap
          sx={{ ml: 'auto', pr: 2, color: 'text.low', fontVariantNumeric: 'tabular-nums' }}
        >
          {t('overlays.items.pinned', { count: pins.pins.length, most: MOST_PINS })}
        </Typography>
      </Tooltip>
      {pins.error && <ProblemLine error={pins.error} onClose={pins.reset} />}
    </Box>
  );
}
