import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaletteEntry } from './palette-entry.ts';

export const optionId = (index: number) => `palette-option-${index}`;

/** What fits, group by group. The focus stays in the field; the chosen line is told by aria-activedescendant. */
export function PaletteList(props: {
  id: string;
  entries: readonly PaletteEntry[];
  active: number;
  onActive(index: number): void;
  onRun(entry: PaletteEntry): void;
}) {
  const { entries, active } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#${optionId(active)}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    <Box
      ref={list}
      id={props.id}
      role="listbox"
      aria-label={t('palette.title')}
      sx={{ overflowY: 'auto', px: 2, pb: 2, scrollPaddingBlock: 8 }}
    >
      {entries.map((entry, index) => (
        <Box key={`${entry.group}${entry.id}`}>
          {entry.group !== entries[index - 1]?.group && (
            <Typography
              variant="caption"
              component="div"
              role="presentation"
              color="textDisabled"
              sx={{ px: 3, pt: 3, pb: 1 }}
            >
              {t(`palette.groups.${entry.group}`)}
            </Typography>
          )}
          <Option
            entry={entry}
            index={index}
            selected={index === active}
            onActive={props.onActive}
            onRun={props.onRun}
          />
        </Box>
      ))}
    </Box>
  );
}

function Option(props: {
  entry: PaletteEntry;
  index: number;
  selected: boolean;
  onActive(index: number): void;
  onRun(entry: PaletteEntry): void;
}) {
  const { entry, index, selected } = props;
  const Icon = entry.icon;
  return (
    <Box
      id={optionId(index)}
      role="option"
      aria-selected={selected}
      onPointerMove={() => !selected && props.onActive(index)}
      // The field would lose the focus before the click came.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onRun(entry)}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 3,
        minHeight: 40,
        borderRadius: 1,
        cursor: 'pointer',
        '&[aria-selected="true"]': { bgcolor: 'line' },
        '@media (pointer: coarse)': { minHeight: 44 },
      }}
    >
      <Icon sx={{ fontSize: 18, color: 'text.low', flex: 'none' }} aria-hidden />
      <Typography component="span" noWrap sx={{ flex: '0 1 auto', minWidth: '30%' }}>
        {entry.label}
      </Typography>
      {entry.hint && (
        <Typography component="span" variant="body2" noWrap sx={{ ml: 'auto', color: 'text.low' }}>
          {entry.hint}
        </Typography>
      )}
    </Box>
  );
}
