import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { UnsavedDot } from '../tree/file-mark.tsx';
import { type OpenFiles, type Tab, tabNames } from './open-files.ts';

/** The files that are open; a middle click closes one. */
export function TabBar(props: { open: OpenFiles; onShow(tab: Tab): void; onClose(tab: Tab): void }) {
  const { t } = useTranslation();
  const { tabs, active } = props.open;
  const names = tabNames(tabs);
  return (
    <Box
      component="ul"
      aria-label={t('files.editor.tabs')}
      sx={{
        display: 'flex',
        listStyle: 'none',
        m: 0,
        p: 0,
        flex: 1,
        minWidth: 0,
        overflowX: 'auto',
        scrollbarWidth: 'none',
      }}
    >
      {tabs.map((tab) => (
        <OneTab
          key={tab.id}
          tab={tab}
          name={names.get(tab.id) ?? tab.path}
          shown={tab.id === active}
          onShow={() => props.onShow(tab)}
          onClose={() => props.onClose(tab)}
        />
      ))}
    </Box>
  );
}

function OneTab(props: { tab: Tab; name: string; shown: boolean; onShow(): void; onClose(): void }) {
  const { tab, name, shown } = props;
  const { t } = useTranslation();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (shown) place.current?.scrollIntoView?.({ inline: 'nearest', block: 'nearest' });
  }, [shown]);
  return (
    <Box
      component="li"
      ref={place}
      onAuxClick={(event) => event.button === 1 && props.onClose()}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flex: 'none',
        height: 40,
        pr: 1,
        borderRight: 1,
        borderColor: 'line',
        bgcolor: shown ? 'background.default' : 'transparent',
        boxShadow: (theme) => (shown ? `inset 0 2px ${theme.vars.palette.primary.main}` : 'none'),
      }}
    >
      <ButtonBase
        aria-current={shown ? 'true' : undefined}
        title={tab.path}
        onClick={props.onShow}
        sx={{ height: '100%', pl: 3, pr: 1, gap: 2, '&:focus-visible': { outlineOffset: -2 } }}
      >
        <Typography
          component="span"
          variant="body2"
          noWrap
          sx={{ maxWidth: 220, color: shown ? 'text.primary' : 'text.secondary' }}
        >
          {name}
        </Typography>
        {tab.unsaved && <UnsavedDot />}
      </ButtonBase>
      <IconButton
        size="small"
        aria-label={t('files.editor.close', { path: tab.path })}
        onClick={props.onClose}
        sx={{ p: 1, minWidth: 0, minHeight: 0, width: 28, height: 28 }}
      >
        <CloseRounded sx={{ fontSize: 16 }} />
      </IconButton>
    </Box>
  );
}
