import { applyEdits } from '../checking/apply-edits.ts';
import type { Desk, DeskListener } from '../editor/desk.ts';

/** A desk for tests: a text field instead of Monaco, which needs a browser that lays things out. */
export function loadDesk(listener: DeskListener): Promise<Desk> {
  const texts = new Map<string, { text: string; state: number; kept: number }>();
  const field = document.createElement('textarea');
  let shown: string | null = null;
  const of = (id: string) => {
    const text = texts.get(id);
    if (!text) throw new Error(`${id} is not on the desk`);
    return text;
  };
  const watchers = new Map<string, Set<() => void>>();
  const pasts = new Map<string, string[]>();
  const futures = new Map<string, string[]>();
  const put = (id: string, text: string) => {
    const now = of(id);
    now.text = text;
    now.state += 1;
    if (shown === id) field.value = text;
    for (const watcher of watchers.get(id) ?? []) watcher();
  };
  const write = (id: string, text: string) => {
    pasts.set(id, [...(pasts.get(id) ?? []), of(id).text]);
    futures.delete(id);
    put(id, text);
  };
  const step = (id: string, from: Map<string, string[]>, to: Map<string, string[]>) => {
    const text = from.get(id)?.pop();
    if (text === undefined) return;
    to.set(id, [...(to.get(id) ?? []), of(id).text]);
    put(id, text);
    tell(id);
    listener.onText(id, text, of(id).state !== of(id).kept);
  };
  const tell = (id: string) => listener.onUnsaved(id, of(id).state !== of(id).kept);
  field.addEventListener('input', () => {
    if (shown === null) return;
    write(shown, field.value);
    tell(shown);
    listener.onText(shown, field.value, true);
  });
  return Promise.resolve({
    put: async ({ id }, text) => void texts.set(id, { text, state: 1, kept: 1 }),
    has: (id) => texts.has(id),
    read: (id) => ({ text: of(id).text, state: of(id).state }),
    stateOf: (id) => of(id).state,
    isUnsaved: (id) => texts.get(id)?.state !== texts.get(id)?.kept,
    kept(id, state, text) {
      const now = of(id);
      if (now.state === state && text !== undefined && now.text !== text) write(id, text);
      now.kept = now.state === state ? state : now.state;
      tell(id);
    },
    replace(id, text, kept) {
      write(id, text);
      if (kept) of(id).kept = of(id).state;
      tell(id);
    },
    apply(id, edits) {
      write(id, applyEdits(of(id).text, { title: '', edits }));
      tell(id);
      listener.onText(id, of(id).text, true);
    },
    watch(id, watcher) {
      const all = watchers.get(id) ?? new Set();
      watchers.set(id, all.add(watcher));
      return () => void all.delete(watcher);
    },
    undo: (id) => step(id, pasts, futures),
    redo: (id) => step(id, futures, pasts),
    steps: (id) => ({ undo: (pasts.get(id)?.length ?? 0) > 0, redo: (futures.get(id)?.length ?? 0) > 0 }),
    drop: (id) => void texts.delete(id),
    show(id) {
      shown = id;
      field.value = id === null ? '' : of(id).text;
    },
    goTo: () => {},
    setProblems: () => {},
    setTheme: () => {},
    mount(host, label) {
      field.setAttribute('aria-label', label);
      host.append(field);
      return () => field.remove();
    },
    compare(host, { first, second, labels }) {
      const sides = [first, second].map((text, side) => {
        const made = document.createElement('textarea');
        made.setAttribute('aria-label', labels[side] ?? '');
        made.value = text;
        return made;
      });
      host.append(...sides);
      return {
        second: () => sides[1]?.value ?? '',
        end: () => {
          for (const side of sides) side.remove();
        },
      };
    },
    focus: () => field.focus(),
    run: () => {},
    end: () => texts.clear(),
  });
}
