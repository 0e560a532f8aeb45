import type { WrittenQueue } from '@marquee/kometa';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { AttributeRow } from '../attribute-row.tsx';
import { ChoiceControl } from '../choice-control.tsx';
import { scalar } from '../section.ts';
import { PlaceField } from './place-field.tsx';
import type { ChangeQueue } from './queue-change.ts';

/** Which of several forms counts, and how many places there are at most. */
export function QueueSettings({ queue, onChange }: { queue: WrittenQueue; onChange: ChangeQueue }) {
  const { t } = useTranslation();
  const { settings, lists, dynamic } = queue;
  if (settings === null) return null;
  const set = (setting: 'position' | 'overlay_limit', value: string | number | null, merges = false) =>
    onChange(
      setting,
      [{ kind: 'set-queue', queue: queue.name, setting, value }],
      merges ? setting : undefined,
    );
  const names = lists.flatMap(({ name }) => (name === null ? [] : [name]));
  const first = dynamic ? 'dynamic_position' : (names[0] ?? '–');
  return (
    <Box sx={{ pb: 2 }}>
      {names.length + (dynamic ? 1 : 0) > 1 && !Array.isArray(settings.position) && (
        <AttributeRow
          attribute={{
            name: 'position',
            help: t('overlays.inspector.queue.positionHelp'),
            defaultMeans: first,
          }}
          written={settings.position !== undefined}
          problems={[]}
          onReset={() => set('position', null)}
        >
          <ChoiceControl
            label="position"
            value={settings.position === undefined ? null : String(scalar(settings.position))}
            options={names}
            defaultMeans={first}
            onChange={(next) => set('position', next)}
          />
        </AttributeRow>
      )}
      <AttributeRow
        attribute={{
          name: 'overlay_limit',
          help: t('overlays.inspector.queue.limitHelp'),
          defaultMeans: t('overlays.inspector.queue.noLimit'),
        }}
        written={settings.overlay_limit !== undefined}
        problems={[]}
        onReset={() => set('overlay_limit', null)}
      >
        <PlaceField
          label="overlay_limit"
          value={scalar(settings.overlay_limit)}
          otherwise="–"
          check={(value) =>
            value === null || (typeof value === 'number' && value > 0)
              ? null
              : t('overlays.inspector.queue.fromOne')
          }
          onChange={(next) => set('overlay_limit', next, true)}
        />
      </AttributeRow>
    </Box>
  );
}
