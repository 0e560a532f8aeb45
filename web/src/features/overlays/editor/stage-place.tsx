import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrawingEngineQuery } from '../../../api/rendering.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { Stage } from '../stage/stage.tsx';
import type { StageProps } from '../stage/stage-props.ts';
import { useEditorContext } from './use-editor.ts';
import type { usePlaceOnStage } from './use-place-on-stage.ts';

/** The stage, or why there is none yet. */
export function StagePlace(props: {
  stage: ReturnType<typeof usePlaceOnStage>;
  /** Where there is little room, the item that is looked at is there alone. */
  alone: boolean;
  onCopy: StageProps['onCopy'];
  onPick(): void;
}) {
  const { stage } = props;
  const { t } = useTranslation();
  const { set, entries, document, dispatch, place } = useEditorContext();
  const keys = useMemo(
    () => new Map(entries.map(({ mapping, definition }) => [mapping, definition?.key ?? mapping])),
    [entries],
  );
  const mappings = useMemo(() => new Map([...keys].map(([mapping, key]) => [key, mapping])), [keys]);
  const keysOf = (names: readonly string[]) => names.map((name) => keys.get(name) ?? name);
  const hidden = useMemo(
    () => new Set(document.hidden.map((name) => keys.get(name) ?? name)),
    [document.hidden, keys],
  );
  const locked = useMemo(
    () => new Set(document.locked.map((name) => keys.get(name) ?? name)),
    [document.locked, keys],
  );
  // Until it is known, as nearly everybody's Kometa sets text.
  const { data: engine } = useDrawingEngineQuery();
  const { active } = stage;
  const alone = useMemo(() => (props.alone && active ? [active] : null), [props.alone, active]);
  if (stage.error && stage.items.length === 0) {
    return (
      <Box sx={{ flex: 1, overflowY: 'auto' }}>
        <ProblemNotice error={stage.error} onRetry={stage.refetch} />
      </Box>
    );
  }
  if (stage.activeId === null || stage.items.length === 0) {
    return stage.isFetching || stage.activeId === null ? (
      <Box sx={{ flex: 1, display: 'grid', placeItems: 'center', p: 6, minHeight: 0 }}>
        <Skeleton sx={{ aspectRatio: '2 / 3', height: '100%', width: 'auto', maxWidth: '100%' }} />
      </Box>
    ) : (
      <Notice
        title={t('overlays.items.gone')}
        what={t('overlays.items.goneWhat')}
        action={
          <Button variant="outlined" onClick={props.onPick}>
            {t('overlays.items.pick')}
          </Button>
        }
      />
    );
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', overflow: 'hidden' }}>
      <Stage
        set={set}
        items={alone ?? stage.items}
        activeItemId={stage.activeId}
        onActivate={stage.activate}
        hidden={hidden}
        locked={locked}
        selection={keysOf(document.selection)}
        onSelect={(chosen, how) =>
          dispatch({ kind: 'selected', keys: chosen.map((key) => mappings.get(key) ?? key), how })
        }
        onPlace={place}
        onCopy={props.onCopy}
        onAccount={stage.onAccount}
        layout={engine?.layout ?? 'basic'}
        before={stage.before}
      />
    </Box>
  );
}
