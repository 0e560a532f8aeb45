import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyping } from '../../../ui/typing.ts';
import { clipsIn } from '../model/definition-body.ts';
import type { Editor } from './use-editor.ts';
import type { LayerCommands } from './use-layer-commands.ts';

/** The keys of the editor. Single keys are left to fields and dialogs while one is in them. */
export function useEditorKeys(
  editor: Editor,
  commands: LayerCommands,
  doors: { save(): void; yaml(): void; add(): void; items(): void },
): void {
  const { t } = useTranslation();
  const now = useRef({ editor, commands, doors });
  now.current = { editor, commands, doors };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { editor, commands, doors } = now.current;
      if (event.defaultPrevented || inDialog(event.target)) return;
      const handled =
        event.ctrlKey || event.metaKey
          ? withControl(event, editor, commands, doors)
          : !event.altKey && !isTyping(event.target) && alone(event, editor, commands, doors);
      if (handled) event.preventDefault();
    };
    const onCopy = (event: ClipboardEvent) => {
      const { editor, commands } = now.current;
      const marked = String(window.getSelection() ?? '') !== '';
      if (isTyping(event.target) || marked || editor.document.selection.length === 0) return;
      event.clipboardData?.setData('text/plain', commands.copied(editor.document.selection));
      event.preventDefault();
      if (event.type === 'cut') commands.remove(editor.document.selection);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const clips = clipsIn(event.clipboardData?.getData('text/plain') ?? '');
      if (clips.length === 0) return;
      event.preventDefault();
      now.current.commands.add(clips, t('overlays.steps.paste', { count: clips.length }));
    };
    window.addEventListener('keydown', onKey);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('keydown', onKey);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [t]);
}

type Doors = Parameters<typeof useEditorKeys>[2];

function withControl(
  { key, shiftKey, target }: KeyboardEvent,
  editor: Editor,
  commands: LayerCommands,
  doors: Doors,
): boolean {
  const letter = key.toLowerCase();
  // The text pane hands its undo to the same steps; other fields keep their own.
  const ownUndo = isTyping(target) && !(target instanceof Element && target.closest('[data-yaml-pane]'));
  if (letter === 's') doors.save();
  else if (letter === 'z' && !ownUndo) editor.dispatch({ kind: shiftKey ? 'redone' : 'undone' });
  else if (letter === 'y' && !ownUndo) editor.dispatch({ kind: 'redone' });
  else if (letter === 'd' && !isTyping(target)) commands.duplicate(editor.document.selection);
  else return false;
  return true;
}

function alone({ key }: KeyboardEvent, editor: Editor, commands: LayerCommands, doors: Doors): boolean {
  const { selection, hidden, locked } = editor.document;
  const [first] = selection;
  const all = (already: readonly string[]) => !selection.every((mapping) => already.includes(mapping));
  const remove = () => commands.remove(selection.filter((mapping) => !locked.includes(mapping)));
  const withFirst = (run: (mapping: string) => void) => () => {
    if (first !== undefined) run(first);
  };
  const keys = new Map<string, () => void>([
    ['Delete', remove],
    ['Backspace', remove],
    [']', withFirst((mapping) => commands.move(mapping, 'forward'))],
    ['[', withFirst((mapping) => commands.move(mapping, 'back'))],
    ['F2', withFirst(commands.setRenaming)],
    ['h', () => switchAll(editor, 'hidden', all(hidden))],
    ['l', () => switchAll(editor, 'locked', all(locked))],
    ['Escape', () => editor.dispatch({ kind: 'selected', keys: [], how: 'replace' })],
    ['a', doors.add],
    ['i', doors.items],
    ['y', doors.yaml],
  ]);
  const run = keys.get(key);
  run?.();
  return run !== undefined;
}

function switchAll(editor: Editor, kind: 'hidden' | 'locked', now: boolean): void {
  for (const key of editor.document.selection) editor.dispatch({ kind, key, now });
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
}
