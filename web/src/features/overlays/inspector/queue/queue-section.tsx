import type { OverlayProblem } from '@marquee/contracts';
import { type WrittenQueue, writtenQueues } from '@marquee/kometa';
import { canvasOf } from '@marquee/overlay';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorContext } from '../../editor/use-editor.ts';
import { membersOf } from '../../model/queues.ts';
import { FieldProblem } from '../attribute-row.tsx';
import type { SectionProps } from '../section.ts';
import { DynamicPlaces } from './dynamic-places.tsx';
import { PlaceList } from './place-list.tsx';
import type { ChangeQueue } from './queue-change.ts';
import { QueueSettings } from './queue-settings.tsx';
import { SlotMap } from './slot-map.tsx';

/** The queue that the overlay stands in: its places, in whichever of Kometa's forms they are written. */
export function QueueSection({ section }: { section: SectionProps }) {
  const { t } = useTranslation();
  const { text, edit, entries, queues, problems } = useEditorContext();
  const { definition, account } = section;
  const name = String(section.value('queue') ?? '');
  const queue = useMemo(() => writtenQueues(text).find((one) => one.name === name), [text, name]);
  if (!queue) return null;
  const fate = account?.overlays.find(({ key }) => key === definition.key)?.outcome;
  const here = fate?.fate === 'drawn' ? fate.slot : null;
  const slots = queues.find(({ key }) => key === definition.queue)?.slots ?? [];
  const members = membersOf(entries, definition.queue);
  const change: ChangeQueue = (what, edits, merge) =>
    edit(
      t('overlays.steps.queue', { name, what }),
      edits,
      merge === undefined ? {} : { merge: `${name} ${merge}` },
    );
  return (
    <Box
      component="section"
      aria-label={t('overlays.inspector.queue.title', { name })}
      sx={{ py: 3, borderBottom: 1, borderColor: 'line' }}
    >
      <Typography variant="subtitle2" component="h3" sx={{ px: 4, mb: 2 }}>
        {t('overlays.inspector.queue.title', { name })}
      </Typography>
      <Box sx={{ px: 4, pb: 3, display: 'flex', gap: 4, alignItems: 'flex-start' }}>
        <SlotMap slots={slots} here={here} canvas={account?.canvas ?? canvasOf(definition.level)} />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="body2">
            {t('overlays.inspector.queue.places', { count: slots.length })}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {t('overlays.inspector.queue.members', { count: members.length })}
          </Typography>
          <Typography
            variant="caption"
            component="p"
            sx={{ color: 'text.low', mt: 1, overflowWrap: 'anywhere' }}
          >
            {members.map(({ mapping, weight }) => `${mapping} ${weight ?? 0}`).join(' · ')}
          </Typography>
        </Box>
      </Box>
      <Box sx={{ px: 4, '&:empty': { display: 'none' } }}>
        {problems.filter(ofWhole(queue)).map((problem) => (
          <FieldProblem key={`${problem.code} ${problem.line}`} problem={problem} />
        ))}
      </Box>
      <QueueSettings queue={queue} onChange={change} />
      <Places queue={queue} here={here} onChange={change} />
    </Box>
  );
}

/** What is wrong with the queue itself; what is wrong with one of its fields is told there. */
const ofWhole = (queue: WrittenQueue) => {
  const codes = new Set(['queue-position-unknown', 'queue-not-list', 'queue-conditional', 'queue-empty']);
  return ({ code, mapping, line }: OverlayProblem) =>
    mapping === null &&
    codes.has(code.replace('overlay.', '')) &&
    queue.line <= line &&
    line <= queue.endLine;
};

const DYNAMIC = 'dynamic_position';

/** One form at a time; where there are several, Kometa follows one of them only. */
function Places(props: { queue: WrittenQueue; here: number | null; onChange: ChangeQueue }) {
  const { queue, here, onChange } = props;
  const { t } = useTranslation();
  const views = [...queue.lists.map(({ name }) => name ?? queue.name), ...(queue.dynamic ? [DYNAMIC] : [])];
  const counts =
    queue.source.from === 'list'
      ? views[queue.source.list]
      : queue.source.from === 'dynamic'
        ? DYNAMIC
        : undefined;
  const [chosen, setChosen] = useState<string | null>(null);
  const view = chosen !== null && views.includes(chosen) ? chosen : (counts ?? views[0]);
  const list = queue.lists[views.indexOf(view ?? '')];
  const inUse =
    queue.source.from === 'position'
      ? t('overlays.inspector.queue.inPosition')
      : counts === undefined
        ? t('overlays.inspector.queue.idle')
        : view === counts
          ? t('overlays.inspector.queue.counts')
          : t('overlays.inspector.queue.idleFor', { name: counts });
  return (
    <>
      {(views.length !== 1 || view !== counts) && (
        <Box sx={{ px: 4, pb: 2 }}>
          {views.length > 1 && (
            <ToggleButtonGroup
              exclusive
              fullWidth
              size="small"
              value={view}
              aria-label={t('overlays.inspector.queue.forms')}
              onChange={(_event, next: string | null) => next !== null && setChosen(next)}
            >
              {views.map((name) => (
                <ToggleButton
                  key={name}
                  value={name}
                  sx={{ textTransform: 'none', overflowWrap: 'anywhere' }}
                >
                  {name}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
            {inUse}
          </Typography>
        </Box>
      )}
      {list && (
        <PlaceList queue={queue} list={list} here={view === counts ? here : null} onChange={onChange} />
      )}
      {view === DYNAMIC && !list && queue.dynamic && (
        <DynamicPlaces queue={queue} dynamic={queue.dynamic} onChange={onChange} />
      )}
    </>
  );
}
