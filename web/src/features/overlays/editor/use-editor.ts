import type { OverlayEdit } from '@marquee/contracts';
import { editOverlayFile, overlaySetOf, type ReadOverlayFileOptions, readOverlayFile } from '@marquee/kometa';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { openDocument, type Rename, reduceDocument } from '../model/document.ts';
import { createLivePlaces } from '../model/live-places.ts';
import { placeEdits } from '../model/place-edits.ts';
import type { PlaceChange } from '../stage/stage-props.ts';

/** What lies in the config folder, as far as the editor knows. */
export interface SavedText {
  text: string;
  etag: string;
}

export interface EditOptions {
  select?: readonly string[];
  renamed?: Rename;
  merge?: string;
}

const PAUSE_MS = 1000;

type LibraryKind = NonNullable<ReadOverlayFileOptions['libraryKind']>;

/** The document side of the editor: all that its panels share. */
export type Editor = ReturnType<typeof useEditor>;

/** `chosen`: the layer that is selected when it opens. */
export function useEditor(file: SavedText, libraryKind: LibraryKind, chosen: string | null) {
  const [saved, setSaved] = useState<SavedText>({ text: file.text, etag: file.etag });
  const [document, dispatch] = useReducer(reduceDocument, file.text, (text) =>
    chosen === null ? openDocument(text) : { ...openDocument(text), selection: [chosen] },
  );
  const [refused, setRefused] = useState<string | null>(null);
  const [live] = useState(createLivePlaces);
  const { text } = document;
  const read = useMemo(() => readOverlayFile(text, { libraryKind }), [text, libraryKind]);
  const set = useMemo(() => overlaySetOf([read]), [read]);
  const savedSet = useMemo(
    () => overlaySetOf([readOverlayFile(saved.text, { libraryKind })]),
    [saved.text, libraryKind],
  );
  // Steps of one kind merge while they follow each other; a pause ends them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause begins anew with every change of the text.
  useEffect(() => {
    const timer = setTimeout(() => dispatch({ kind: 'paused' }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const latest = useRef({ text, set });
  latest.current = { text, set };

  /** One step under a name; says whether it could be made. */
  const edit = useCallback((name: string, edits: readonly OverlayEdit[], options: EditOptions = {}) => {
    const edited = editOverlayFile(latest.current.text, edits);
    if ('problem' in edited) {
      setRefused(edited.problem.message);
      return false;
    }
    dispatch({ kind: 'edited', name, text: edited.text, ...options });
    setRefused(null);
    return true;
  }, []);

  const place = useCallback(
    (changes: readonly PlaceChange[], phase: 'moving' | 'done', name: string) => {
      live.show(phase === 'moving' ? changes : []);
      // While it moves the stage shows it by itself; only where it ends is a step.
      if (phase === 'moving' || changes.length === 0) return;
      const keys = changes.map(({ key }) => key).join(' ');
      edit(name, placeEdits(latest.current.set, changes), { merge: `${name} ${keys}` });
    },
    [edit, live],
  );

  return useMemo(
    () => ({
      saved,
      setSaved,
      document,
      dispatch,
      text,
      entries: read.entries,
      queues: read.queues,
      problems: read.problems,
      set,
      savedSet,
      dirty: text !== saved.text,
      edit,
      place,
      live,
      refused,
      forgetRefusal: () => setRefused(null),
    }),
    [saved, document, text, read, set, savedSet, edit, place, live, refused],
  );
}

const Context = createContext<Editor | null>(null);
export const EditorProvider = Context.Provider;

export function useEditorContext(): Editor {
  const editor = useContext(Context);
  if (!editor) throw new Error('Only within the editor');
  return editor;
}
