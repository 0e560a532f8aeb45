import { writtenQueues } from '@marquee/kometa';
import { canvasOf } from '@marquee/overlay';
import Divider from '@mui/material/Divider';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskDialog } from '../../../../ui/ask-dialog.tsx';
import { Field } from '../../../../ui/field.tsx';
import { useEditorContext } from '../../editor/use-editor.ts';
import { attributeEdits } from '../../model/attribute-edits.ts';
import { freeName } from '../../model/layers.ts';
import { joiningQueue, queueAt } from '../../model/queues.ts';
import type { SectionProps } from '../section.ts';
import { useLeavingQueue } from './use-leaving-queue.ts';

const NONE = '';
// No name of a queue: one that YAML could hold has no line break at its end.
const NEW = '\n';

/** Which of the file's queues places the overlay; none, or one that is made for it. */
export function QueueChoice({ section }: { section: SectionProps }) {
  const { t } = useTranslation();
  const { text, queues, entries } = useEditorContext();
  const [making, setMaking] = useState(false);
  const leaving = useLeavingQueue(section);
  const names = useMemo(() => writtenQueues(text).map(({ name }) => name), [text]);
  const written = section.value('queue');
  const value = written === null ? NONE : String(written);
  const choose = (name: string) => {
    if (name === NEW) return setMaking(true);
    if (name === value) return;
    const key = queues.find((queue) => queue.name === name)?.key ?? null;
    const { mapping } = section.entry;
    const one = { mapping, definition: section.definition };
    section.set(name === NONE ? leaving() : joiningQueue(one, { name, key }, entries, section.written));
  };
  return (
    <>
      <Select
        fullWidth
        displayEmpty
        value={value}
        onChange={({ target }) => choose(target.value)}
        renderValue={(name) => (name === NONE ? t('overlays.inspector.queue.none') : name)}
        inputProps={{ 'aria-label': 'queue' }}
        sx={{
          height: 32,
          minHeight: 32,
          '@media (pointer: coarse)': { height: 44 },
          ...(value === NONE && { '& .MuiSelect-select': { color: 'text.low' } }),
        }}
      >
        <MenuItem value={NONE}>{t('overlays.inspector.queue.none')}</MenuItem>
        {[...new Set([...names, ...(value === NONE ? [] : [value])])].map((name) => (
          <MenuItem key={name} value={name}>
            {name}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem value={NEW}>{t('overlays.inspector.queue.new')}</MenuItem>
      </Select>
      {making && <NewQueue section={section} taken={names} onClose={() => setMaking(false)} />}
    </>
  );
}

/** A queue that begins where the overlay stands. */
function NewQueue(props: { section: SectionProps; taken: readonly string[]; onClose(): void }) {
  const { entry, definition, account, written } = props.section;
  const { t } = useTranslation();
  const { entries, edit } = useEditorContext();
  const [typed, setTyped] = useState(() => freeName('queue', props.taken));
  const name = typed.trim();
  const taken = props.taken.includes(name);
  const go = () => {
    const canvas = account?.canvas ?? canvasOf(definition.level);
    const { mapping } = entry;
    const joining = joiningQueue({ mapping, definition }, { name, key: null }, entries, written);
    const made = edit(t('overlays.steps.newQueue', { name }), [
      { kind: 'add-queue', queue: name, yaml: queueAt(definition, canvas) },
      ...attributeEdits(mapping, joining),
    ]);
    if (made) props.onClose();
  };
  return (
    <AskDialog
      title={t('overlays.inspector.queue.newTitle')}
      what={t('overlays.inspector.queue.newWhat')}
      go={t('overlays.inspector.queue.newGo')}
      busy={false}
      disabled={name === '' || taken}
      onGo={go}
      onClose={props.onClose}
    >
      <Field
        autoFocus
        label={t('overlays.inspector.queue.name')}
        value={typed}
        trouble={taken ? t('overlays.inspector.queue.taken', { name }) : undefined}
        inputProps={{ maxLength: 200 }}
        onChange={({ target }) => setTyped(target.value)}
      />
    </AskDialog>
  );
}
