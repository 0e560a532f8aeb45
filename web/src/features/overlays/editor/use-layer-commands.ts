import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../../ui/copy-text.ts';
import type { LayerCommand } from '../layers/layer-menu.tsx';
import { bodyOf, type Clip, clipText } from '../model/definition-body.ts';
import { freeName, moveBy } from '../model/layers.ts';
import { placeEdits } from '../model/place-edits.ts';
import type { PlaceChange } from '../stage/stage-props.ts';
import type { Editor } from './use-editor.ts';

/** What can be done to layers as a whole, by menu, key or drag; each a named step. */
export function useLayerCommands(editor: Editor) {
  const { t } = useTranslation();
  /** The layer whose name is being changed, and the one that becomes a template. */
  const [renaming, setRenaming] = useState<string | null>(null);
  const [keeping, setKeeping] = useState<string | null>(null);
  return useMemo(() => {
    const { entries, text, set, edit, document } = editor;
    const names = entries.map(({ mapping }) => mapping);
    const one = (mappings: readonly string[]) =>
      mappings.length === 1
        ? { name: mappings[0] ?? '' }
        : { name: t('overlays.layersCount', { count: mappings.length }) };

    const clipsOf = (mappings: readonly string[]): Clip[] =>
      entries
        .filter(({ mapping }) => mappings.includes(mapping))
        .map((entry) => ({ name: entry.mapping, yaml: bodyOf(text, entry) }));

    /** Behind the last of the selected in the file, so in front of it on the poster; under names that are free. */
    const adding = (clips: readonly Clip[]) => {
      const taken = new Set(names);
      const selected = document.selection.at(-1);
      let after = selected !== undefined && taken.has(selected) ? selected : (names.at(-1) ?? null);
      return clips.map(({ name, yaml }) => {
        const mapping = freeName(name, taken);
        taken.add(mapping);
        const made = { kind: 'add' as const, mapping, yaml, after };
        after = mapping;
        return made;
      });
    };
    const add = (clips: readonly Clip[], step: string) => {
      const edits = adding(clips);
      if (edits.length === 0) return false;
      return edit(step, edits, { select: edits.map(({ mapping }) => mapping) });
    };

    const remove = (mappings: readonly string[]) => {
      if (mappings.length === 0) return;
      edit(
        t('overlays.steps.remove', one(mappings)),
        mappings.map((mapping) => ({ kind: 'remove' as const, mapping })),
        { select: [] },
      );
    };
    const duplicate = (mappings: readonly string[]) => {
      add(clipsOf(mappings), t('overlays.steps.duplicate', one(mappings)));
    };
    /** Duplicates, placed where the hand took them: one step. */
    const copy = (changes: readonly PlaceChange[]) => {
      const placed = placeEdits(set, changes).filter((one) => one.kind === 'set');
      const clips = clipsOf(placed.map(({ mapping }) => mapping));
      const adds = adding(clips);
      const copies = new Map(clips.map(({ name }, place) => [name, adds[place]?.mapping ?? name]));
      edit(
        t('overlays.steps.duplicate', one([...copies.keys()])),
        [...adds, ...placed.map((one) => ({ ...one, mapping: copies.get(one.mapping) ?? one.mapping }))],
        { select: [...copies.values()] },
      );
    };
    const move = (mapping: string, by: 'forward' | 'back' | 'front' | 'rear') => {
      const to = moveBy(entries, mapping, by);
      if (!to) return;
      edit(t(`overlays.steps.${by}`, { name: mapping }), [{ kind: 'move', mapping, ...to }]);
    };
    /** Beside another layer, as the panel shows them: what stands above lies in front. */
    const drop = (mapping: string, beside: string, place: 'above' | 'below') => {
      if (mapping === beside) return;
      const others = names.filter((name) => name !== mapping);
      const at = others.indexOf(beside);
      const after = place === 'above' ? beside : (others[at - 1] ?? null);
      if ((names[names.indexOf(mapping) - 1] ?? null) === after) return;
      edit(t('overlays.steps.move', { name: mapping }), [{ kind: 'move', mapping, after }]);
    };
    const rename = (mapping: string, to: string | null) => {
      setRenaming(null);
      if (to === null) return;
      edit(t('overlays.steps.rename', { from: mapping, to }), [{ kind: 'rename', mapping, to }], {
        renamed: { from: mapping, to },
      });
    };
    const copied = (mappings: readonly string[]) => clipText(clipsOf(mappings));

    const run = (command: LayerCommand, mapping: string) => {
      const commands: Record<LayerCommand, () => void> = {
        rename: () => setRenaming(mapping),
        duplicate: () => duplicate([mapping]),
        copy: () => void copyText(copied([mapping])),
        keepTemplate: () => setKeeping(mapping),
        forward: () => move(mapping, 'forward'),
        back: () => move(mapping, 'back'),
        front: () => move(mapping, 'front'),
        rear: () => move(mapping, 'rear'),
        remove: () => remove([mapping]),
      };
      commands[command]();
    };
    return {
      renaming,
      setRenaming,
      keeping,
      setKeeping,
      add,
      remove,
      duplicate,
      copy,
      move,
      drop,
      rename,
      copied,
      run,
    };
  }, [editor, renaming, keeping, t]);
}

export type LayerCommands = ReturnType<typeof useLayerCommands>;
