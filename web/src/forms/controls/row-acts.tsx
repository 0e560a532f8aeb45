import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded';
import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What can be done with one of several in an order. */
export function RowActs(props: {
  name: string;
  index: number;
  count: number;
  onMove?(to: number): void;
  onRemove(): void;
}) {
  const { name, index, count, onMove, onRemove } = props;
  const { t } = useTranslation();
  const act = (word: 'up' | 'down' | 'remove', icon: ReactNode, onClick: () => void, able = true) => (
    <Tooltip title={t(`forms.row.${word}`)}>
      {/* A button that can do nothing hears no pointer, and its hint needs one. */}
      <span>
        <IconButton
          size="small"
          aria-label={t(`forms.row.${word}What`, { name })}
          disabled={!able}
          onClick={onClick}
        >
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  );
  return (
    <Box sx={{ display: 'flex', flex: 'none' }}>
      {onMove && count > 1 && (
        <>
          {act('up', <ArrowUpwardRounded fontSize="small" />, () => onMove(index - 1), index > 0)}
          {act('down', <ArrowDownwardRounded fontSize="small" />, () => onMove(index + 1), index < count - 1)}
        </>
      )}
      {act('remove', <DeleteOutlined fontSize="small" />, onRemove)}
    </Box>
  );
}
