import CloseRounded from '@mui/icons-material/CloseRounded';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorContext } from '../editor/use-editor.ts';
import { ProblemList } from './problem-list.tsx';

const YamlEditor = lazy(() => import('./yaml-editor.tsx'));

/** The text beneath the stage, and what Kometa would say of it. */
export function TextDrawer(props: {
  goTo: { line: number } | null;
  onGo(line: number): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const hint = useId();
  const { text, problems, dispatch } = useEditorContext();
  const [tab, setTab] = useState<'text' | 'problems'>('text');
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const Icon = errors > 0 ? ErrorOutlineRounded : WarningAmberRounded;
  const { shown, onLine } = useShownLine(props.goTo);
  return (
    <Box
      component="section"
      aria-label={t('overlays.yaml.drawer')}
      sx={{
        flex: 'none',
        height: '42%',
        minHeight: 180,
        display: 'flex',
        flexDirection: 'column',
        borderTop: 1,
        borderColor: 'line',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', px: 2, py: 1, gap: 2, bgcolor: 'background.paper' }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={tab}
          aria-label={t('overlays.yaml.drawer')}
          onChange={(_event, next: typeof tab | null) => next && setTab(next)}
          sx={{ '& .MuiToggleButton-root': { minHeight: 32, gap: 1.5 } }}
        >
          <ToggleButton value="text">{t('overlays.yaml.title')}</ToggleButton>
          <ToggleButton value="problems">
            {problems.length > 0 && (
              <Icon sx={{ fontSize: 16, color: errors > 0 ? 'error.main' : 'warning.main' }} aria-hidden />
            )}
            {t('overlays.problems.count', { count: problems.length })}
          </ToggleButton>
        </ToggleButtonGroup>
        <Box sx={{ flex: 1 }} />
        {/* Who has no keyboard need not see it. */}
        <Typography
          id={hint}
          variant="caption"
          noWrap
          sx={{ color: 'text.low', '@media (pointer: coarse)': { display: 'none' } }}
        >
          {tab === 'text' && t('overlays.yaml.leave')}
        </Typography>
        <IconButton aria-label={t('overlays.yaml.close')} onClick={props.onClose}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        {tab === 'text' ? (
          <Suspense fallback={<Skeleton height="100%" sx={{ mx: 2 }} />}>
            <YamlEditor
              text={text}
              label={t('overlays.yaml.title')}
              problems={problems}
              describedBy={hint}
              goTo={shown}
              onLine={onLine}
              onType={(typed) =>
                dispatch({ kind: 'edited', name: t('overlays.steps.type'), text: typed, merge: 'typing' })
              }
            />
          </Suspense>
        ) : (
          <ProblemList
            problems={problems}
            onOpen={(line) => {
              setTab('text');
              props.onGo(line);
            }}
          />
        )}
      </Box>
    </Box>
  );
}

/** The text goes where the selection goes, and the selection where the cursor goes, without chasing each other. */
function useShownLine(goTo: { line: number } | null) {
  const { entries, document, dispatch } = useEditorContext();
  const [shown, setShown] = useState(goTo);
  const byCursor = useRef<string | null>(null);
  const [first, ...others] = document.selection;
  const mapping = others.length === 0 ? first : undefined;
  const now = useRef(entries);
  now.current = entries;
  useEffect(() => {
    const entry = now.current.find((one) => one.mapping === mapping);
    if (entry && entry.mapping !== byCursor.current) setShown({ line: entry.line });
  }, [mapping]);
  useEffect(() => {
    if (goTo) setShown(goTo);
  }, [goTo]);
  const onLine = (line: number) => {
    const entry = entries.find((one) => one.line <= line && line <= one.endLine);
    byCursor.current = entry?.mapping ?? null;
    if (entry && entry.mapping !== mapping) {
      dispatch({ kind: 'selected', keys: [entry.mapping], how: 'replace' });
    }
  };
  return { shown, onLine };
}
