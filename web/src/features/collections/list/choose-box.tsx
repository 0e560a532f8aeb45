import Checkbox from '@mui/material/Checkbox';
import { useTranslation } from 'react-i18next';

/** Chooses one for the bar at the bottom; with Shift, all from the last one on. Above the link that covers its card. */
export function ChooseBox(props: {
  title: string;
  checked: boolean;
  tabIndex: 0 | -1;
  onToggle(to: boolean): void;
}) {
  const { t } = useTranslation();
  return (
    <Checkbox
      size="small"
      checked={props.checked}
      sx={{ position: 'relative', zIndex: 1, p: 1.5 }}
      slotProps={{
        input: {
          'aria-label': t('collections.choose', { title: props.title }),
          tabIndex: props.tabIndex,
          onClick: ({ shiftKey }) => props.onToggle(shiftKey),
        },
      }}
      onChange={() => {}}
    />
  );
}
