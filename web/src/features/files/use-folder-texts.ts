import type { ConfigFile } from '@marquee/contracts';
import { startTransition, useEffect, useRef, useState } from 'react';
import { configFilesApi } from '../../api/config-files.ts';
import { useAppDispatch } from '../../app/store.ts';
import { usePresentBranch } from './branch/present-branch.ts';
import { useFilesBeside } from './branch/use-files-beside.ts';
import type { CheckingClient } from './checking/checking-client.ts';
import { isChecked } from './checking/is-checked.ts';
import type { CheckedText } from './checking/messages.ts';
import { openChecking } from './checking/open-checking.ts';
import type { IndentEdit } from './knowledge/reindent.ts';

const AT_ONCE = 4;
/** Beyond this a browser would be busy with nothing else; the rest is checked when it is opened. */
const MOST_FILES = 400;
const MOST_BYTES = 24_000_000;

export interface FolderTexts {
  /** Null until everything was checked once. */
  checked: readonly CheckedText[] | null;
  checking: CheckingClient | null;
  textOf(path: string): string | null;
  pathsIn(): readonly string[];
  /** A text as it stands here now. */
  put(path: string, text: string): void;
  /** The text is on the desk no longer: what Marquee has counts again. */
  release(path: string): void;
  reindent(text: string): Promise<readonly IndentEdit[] | null>;
}

/** The texts of the whole folder, and what is wrong in them; nothing for who may not read. */
export function useFolderTexts(files: readonly ConfigFile[], mayRead: boolean): FolderTexts {
  const dispatch = useAppDispatch();
  const branch = usePresentBranch();
  const beside = useFilesBeside();
  const [checking, setChecking] = useState<CheckingClient | null>(null);
  const [checked, setChecked] = useState<readonly CheckedText[] | null>(null);
  const texts = useRef(new Map<string, string>());
  const paths = useRef<readonly string[]>([]);
  paths.current = [...files.map(({ path }) => path), ...beside];
  const open = useRef<CheckingClient | null>(null);
  const asked = useRef(new Map<string, string>());
  /** Those on the desk: what is written there counts. */
  const held = useRef(new Set<string>());

  useEffect(() => {
    if (!mayRead) return;
    const known = texts.current;
    const reads = asked.current;
    const client = openChecking((found) => startTransition(() => setChecked(found)));
    open.current = client;
    setChecking(client);
    return () => {
      client?.end();
      open.current = null;
      known.clear();
      reads.clear();
    };
  }, [mayRead]);

  useEffect(() => {
    if (!checking) return;
    const there = new Set(files.map(({ path }) => path));
    for (const path of [...texts.current.keys()].filter((one) => !there.has(one))) {
      texts.current.delete(path);
      asked.current.delete(path);
      checking.gone(path);
    }
    checking.folder([...there, ...beside]);
    // Those that were written since are read again.
    const wanted = affordable(files).filter((file) => asked.current.get(file.path) !== file.modifiedAt);
    const again = new Set(wanted.filter(({ path }) => asked.current.has(path)).map(({ path }) => path));
    for (const { path, modifiedAt } of wanted) asked.current.set(path, modifiedAt);
    const read = async () => {
      for (let next = wanted.shift(); next && open.current === checking; next = wanted.shift()) {
        const { id, path } = next;
        // What is on the desk counts, whatever was written since.
        if (held.current.has(path)) continue;
        const { data } = await dispatch(
          configFilesApi.endpoints.configFile.initiate(
            { fileId: id, branch },
            { subscribe: false, forceRefetch: true },
          ),
        );
        // Opened and typed in meanwhile, or gone; what cannot be read is not checked.
        if (!data || held.current.has(path) || open.current !== checking) continue;
        if (texts.current.has(path) && !again.has(path)) continue;
        texts.current.set(path, data.content);
        checking.text(path, data.content);
      }
    };
    for (let reader = 0; reader < AT_ONCE; reader += 1) void read();
  }, [files, beside, checking, dispatch, branch]);

  const [stable] = useState(() => ({
    textOf: (path: string) => texts.current.get(path) ?? null,
    pathsIn: () => paths.current,
    put(path: string, text: string) {
      held.current.add(path);
      if (texts.current.get(path) === text) return;
      texts.current.set(path, text);
      if (isChecked(path)) open.current?.text(path, text);
    },
    reindent: (text: string) => open.current?.reindent(text) ?? Promise.resolve(null),
    release: (path: string) => void held.current.delete(path),
  }));
  return { checked, checking, ...stable };
}

function affordable(files: readonly ConfigFile[]): ConfigFile[] {
  let bytes = 0;
  return files
    .filter(({ path, editable }) => editable && isChecked(path))
    .slice(0, MOST_FILES)
    .filter(({ sizeBytes }) => {
      bytes += sizeBytes;
      return bytes <= MOST_BYTES;
    });
}
