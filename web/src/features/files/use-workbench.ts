import type { ConfigFile, ConfigFileContent } from '@marquee/contracts';
import { useColorScheme } from '@mui/material/styles';
import type { SerializedError } from '@reduxjs/toolkit';
import { startTransition, useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type CallProblem, isCallProblem } from '../../api/call-problem.ts';
import { configFilesApi } from '../../api/config-files.ts';
import { useAppDispatch } from '../../app/store.ts';
import { breath } from '../../ui/breath.ts';
import { usePresentBranch } from './branch/present-branch.ts';
import type { FileProblem, ProblemFix } from './checking/problem.ts';
import type { FoundDraft } from './drafts/draft-back.tsx';
import { useDrafts } from './drafts/use-drafts.ts';
import type { Desk } from './editor/desk.ts';
import { loadDesk } from './editor/load-desk.ts';
import { noFiles, openFiles } from './tabs/open-files.ts';
import type { FolderTexts } from './use-folder-texts.ts';

type Trouble = CallProblem | SerializedError;
export interface Cursor {
  id: string;
  line: number;
  column: number;
  above: readonly string[];
}
/** The file as it is now, and what to save instead. */
export interface Conflict {
  id: string;
  path: string;
  theirs: string;
  etag: string;
  /** Both changes together, or one's own text where that could not be made. */
  proposed: string;
  merged: boolean;
  /** Lines of what is proposed at which both changed the same; one's own stand there. */
  clashes: readonly number[];
}
export interface Goal {
  line: number;
  column?: number;
}

/** What Marquee has of an open file. */
interface Kept {
  text: string;
  etag: string;
  modifiedAt: string;
  /** Of the reading that the text on the desk comes from. */
  base: string;
}

const keptOf = ({ content, etag, modifiedAt }: ConfigFileContent): Kept => ({
  ...{ text: content, etag, modifiedAt, base: etag },
});

/** The open files: read, shown, saved. */
export function useWorkbench(files: readonly ConfigFile[], folder: FolderTexts, mayRead: boolean) {
  const dispatch = useAppDispatch();
  const branch = usePresentBranch();
  const [open, change] = useReducer(openFiles, noFiles);
  const [desk, setDesk] = useState<Desk | null>(null);
  const [deskFailed, setDeskFailed] = useState(false);
  const [unread, setUnread] = useState<ReadonlyMap<string, Trouble>>(new Map());
  const [ready, setReady] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { states: drafts, keeper } = useDrafts();
  const [foundDrafts, setFoundDrafts] = useState<ReadonlyMap<string, FoundDraft>>(new Map());
  const draftTexts = useRef(new Map<string, string>());
  const writing = useRef(false);
  const [saving, setSaving] = useState(false);
  const [saveError, setSaveError] = useState<Trouble | undefined>();
  const kept = useRef(new Map<string, Kept>());
  const problems = useRef<ReadonlyMap<string, readonly FileProblem[]>>(new Map());
  const goals = useRef(new Map<string, Goal>());
  const fixes = useRef(new Map<string, ProblemFix>());
  const [made, setMade] = useState<string | null>(null);
  // To lay a text on the desk is one step of work, to make what shows it another.
  const laying = useRef(new Set<string>());
  const [laid, setLaid] = useState<ReadonlySet<string>>(new Set());
  const known = useRef(files);
  known.current = files;
  const { mode, systemMode } = useColorScheme();
  const theme = (mode === 'system' ? systemMode : mode) === 'light' ? 'light' : 'dark';

  const openPath = useRef<(path: string, goal?: Goal) => void>(() => {});
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is how it is tried once more.
  useEffect(() => {
    let loadedDesk: Desk | null = null;
    let wanted = true;
    if (asked === 0) return;
    setDeskFailed(false);
    loadDesk(
      {
        onUnsaved(id, unsaved) {
          // Whoever types need not wait for what is shown of it beside the text.
          startTransition(() => change({ kind: 'marked', id, unsaved }));
          if (unsaved) keeper.touched(id);
          else keeper.settled(id);
        },
        onText(id, text, unsaved) {
          const base = kept.current.get(id)?.base;
          if (unsaved && base !== undefined) keeper.changed(id, text, base);
          const file = known.current.find((one) => one.id === id);
          if (file) folder.put(file.path, text);
        },
        onCursor: (at) => startTransition(() => setCursor(at)),
        onLeadTo: (path, line) => openPath.current(path, { line }),
      },
      { textOf: folder.textOf, pathsIn: folder.pathsIn, reindent: folder.reindent },
    ).then(
      (loaded) => {
        loadedDesk = loaded;
        if (wanted) startTransition(() => setDesk(loaded));
        else loaded.end();
      },
      () => wanted && setDeskFailed(true),
    );
    return () => {
      wanted = false;
      loadedDesk?.end();
      setDesk(null);
      laying.current.clear();
      setLaid(new Set());
    };
  }, [asked]);
  const loadOnce = useCallback(() => startTransition(() => setAsked((now) => Math.max(now, 1))), []);
  const loadEditor = useCallback(() => setAsked((now) => now + 1), []);

  const fetchFile = useCallback(
    (id: string) =>
      dispatch(
        configFilesApi.endpoints.configFile.initiate(
          { fileId: id, branch },
          { subscribe: false, forceRefetch: true },
        ),
      ),
    [dispatch, branch],
  );
  const read = useCallback(
    async (id: string) => {
      setUnread((now) => (now.has(id) ? without(now, id) : now));
      const [{ data, error }, draft] = await Promise.all([
        fetchFile(id),
        dispatch(
          configFilesApi.endpoints.configDraft.initiate(
            { fileId: id, branch },
            { subscribe: false, forceRefetch: true },
          ),
        ),
      ]);
      if (error) setUnread((now) => new Map(now).set(id, error));
      if (!data) return;
      const now = keptOf(data);
      // A draft that cannot be read is no reason not to open the file.
      const found = draft.data;
      if (found && found.text !== data.content) {
        now.base = found.baseEtag;
        draftTexts.current.set(id, found.text);
        const stale = found.baseEtag !== data.etag;
        setFoundDrafts((all) => new Map(all).set(id, { savedAt: found.savedAt, stale }));
      }
      kept.current.set(id, now);
      // What came with the answer is one step of work, what is made of it another.
      await breath();
      // Closed while it was on its way, it is read anew when it is wanted again.
      if (kept.current.has(id)) startTransition(() => setReady((now) => new Set(now).add(id)));
    },
    [fetchFile, dispatch, branch],
  );

  const openFile = useCallback(
    (file: ConfigFile, goal?: Goal) => {
      if (goal) goals.current.set(file.id, goal);
      startTransition(() => change({ kind: 'opened', id: file.id, path: file.path }));
      if (!file.editable || !mayRead) return;
      loadOnce();
      if (!kept.current.has(file.id)) void read(file.id);
      else if (desk?.has(file.id) && goal) desk.goTo(file.id, goal);
    },
    [read, desk, loadOnce, mayRead],
  );
  openPath.current = (path, goal) => {
    const file = known.current.find((one) => one.path === path);
    if (file) openFile(file, goal);
  };

  const toPath = useCallback((path: string, goal?: Goal) => openPath.current(path, goal), []);

  const { active, tabs } = open;
  const activeFile = files.find(({ id }) => id === active);
  const isReady = active !== null && ready.has(active);
  const isLaid = active !== null && laid.has(active) && desk?.has(active) === true;
  // The text is laid on the desk when both are there.
  useEffect(() => {
    if (!desk || !isReady || !activeFile || desk.has(activeFile.id) || laying.current.has(activeFile.id))
      return;
    const { id, path } = activeFile;
    const text = kept.current.get(id)?.text;
    if (text === undefined) return;
    const lay = async () => {
      await desk.put(activeFile, text);
      // Closed meanwhile.
      if (!laying.current.delete(id) || !desk.has(id)) return;
      desk.setProblems(id, problems.current.get(path) ?? []);
      folder.put(path, text);
      const draft = draftTexts.current.get(id);
      if (draft !== undefined) {
        desk.replace(id, draft, false);
        keeper.found(id);
      }
      draftTexts.current.delete(id);
      await breath();
      startTransition(() => setLaid((now) => new Set(now).add(id)));
    };
    laying.current.add(id);
    void lay();
  }, [desk, isReady, activeFile, folder.put, keeper]);
  useEffect(() => {
    if (!desk || active === null || !isLaid) return desk?.show(null);
    const fix = fixes.current.get(active);
    fixes.current.delete(active);
    if (fix) desk.apply(active, fix.edits);
    desk.show(active);
    const goal = goals.current.get(active);
    goals.current.delete(active);
    if (goal) desk.goTo(active, goal);
  }, [desk, active, isLaid]);
  useEffect(() => {
    const file = files.find(({ path }) => path === made);
    if (!file) return;
    setMade(null);
    openFile(file);
  }, [made, files, openFile]);
  useEffect(() => desk?.setTheme(theme), [desk, theme]);
  const { checked } = folder;
  useEffect(() => {
    problems.current = new Map(checked);
    if (!desk) return;
    for (const [path, found] of checked ?? []) {
      const file = known.current.find((one) => one.path === path);
      if (file && desk.has(file.id)) desk.setProblems(file.id, found);
    }
  }, [desk, checked]);

  // What others saved meanwhile is shown where nothing of one's own would be lost.
  useEffect(() => {
    for (const { id, unsaved } of tabs) {
      const has = kept.current.get(id);
      const listed = files.find((file) => file.id === id);
      if (unsaved || !has || !listed || listed.modifiedAt === has.modifiedAt || !desk?.has(id)) continue;
      kept.current.set(id, { ...has, modifiedAt: listed.modifiedAt });
      void fetchFile(id).then(({ data }) => {
        if (!data || !desk.has(id) || data.content === has.text) return;
        if (desk.read(id).text !== has.text) return;
        kept.current.set(id, keptOf(data));
        desk.replace(id, data.content, true);
      });
    }
  }, [files, tabs, desk, fetchFile]);

  const save = async (id: string, over?: { text: string; etag: string }) => {
    const was = kept.current.get(id);
    if (!desk?.has(id) || !was || writing.current) return;
    if (!over && !desk.isUnsaved(id)) return;
    const now = desk.read(id);
    const content = over?.text ?? now.text;
    writing.current = true;
    startTransition(() => setSaving(true));
    const { data, error } = await dispatch(
      configFilesApi.endpoints.writeConfigFile.initiate(
        { fileId: id, branch, answer: 'short', etag: over?.etag ?? was.base, body: { content } },
        { track: false },
      ),
    );
    writing.current = false;
    setSaving(false);
    setSaveError(staleIsAsked(error));
    if (data) {
      await breath();
      if (!desk.has(id)) return;
      if (over && desk.stateOf(id) === now.state) desk.replace(id, content, false);
      const { content: other } = data;
      kept.current.set(id, keptOf({ ...data, content: other ?? content }));
      const state = over ? desk.stateOf(id) : now.state;
      desk.kept(id, state, other ?? (over ? content : undefined));
      // A large text is not put together again where it is known.
      const isAsSent = !over && other === null && desk.stateOf(id) === state;
      folder.put(data.path, isAsSent ? content : desk.read(id).text);
      setConflict(null);
      setFoundDrafts((all) => without(all, id));
      return;
    }
    if (!isCallProblem(error) || error.code !== 'request.precondition-failed') return;
    const path = tabs.find((tab) => tab.id === id)?.path ?? '';
    const base = was.base === was.etag ? { base: was.text } : { baseEtag: was.base };
    const { data: both } = await dispatch(
      configFilesApi.endpoints.mergeConfigFile.initiate({
        ...{ fileId: id, branch },
        body: { mine: content, ...base },
      }),
    );
    if (both) {
      const clashes = both.conflicts.map(({ line }) => line);
      const { theirs, etag } = both;
      setConflict({ id, path, theirs, etag, proposed: both.text, merged: true, clashes });
      return;
    }
    const { data: newer } = await fetchFile(id);
    if (!newer) return;
    const { content: theirs, etag } = newer;
    setConflict({ id, path, theirs, etag, proposed: content, merged: false, clashes: [] });
  };

  return {
    open,
    desk,
    deskFailed,
    loadEditor,
    activeFile,
    isReady,
    isLaid,
    cursor: cursor?.id === active ? cursor : null,
    unread: active === null ? undefined : unread.get(active),
    saving,
    saveError,
    conflict,
    openFile,
    openPath: toPath,
    retry: () => active !== null && void read(active),
    /** A file that was made just now is opened as soon as it is listed. */
    openMade: setMade,
    loadOnce,
    leave: () => change({ kind: 'left' }),
    /** Into the text on the desk; saving it is the person's. */
    applyFix(path: string, { line, column }: Goal, fix: ProblemFix) {
      const file = known.current.find((one) => one.path === path);
      if (!file || !desk) return;
      openFile(file, { line, ...(column === undefined ? {} : { column }) });
      if (desk.has(file.id)) desk.apply(file.id, fix.edits);
      else fixes.current.set(file.id, fix);
    },
    show: (id: string, path: string) => startTransition(() => change({ kind: 'opened', id, path })),
    isUnsaved: (id: string) => desk?.isUnsaved(id) === true,
    close(id: string) {
      keeper.settled(id);
      laying.current.delete(id);
      desk?.drop(id);
      setFoundDrafts((all) => without(all, id));
      const path = tabs.find((tab) => tab.id === id)?.path;
      const text = kept.current.get(id)?.text;
      // What was typed and not saved counts no longer.
      if (path !== undefined && text !== undefined) folder.put(path, text);
      if (path !== undefined) folder.release(path);
      kept.current.delete(id);
      setReady((now) => withoutOne(now, id));
      setLaid((now) => withoutOne(now, id));
      setUnread((now) => without(now, id));
      change({ kind: 'closed', id });
    },
    discard(id: string) {
      const has = kept.current.get(id);
      if (!has) return;
      kept.current.set(id, { ...has, base: has.etag });
      setFoundDrafts((all) => without(all, id));
      desk?.replace(id, has.text, true);
    },
    drafts,
    foundDraft: active === null ? undefined : foundDrafts.get(active),
    etagOf: (id: string) => kept.current.get(id)?.etag ?? '',
    /** Somebody made the file another one; Marquee has it like this now. */
    became(file: ConfigFileContent) {
      kept.current.set(file.id, keptOf(file));
      setFoundDrafts((all) => without(all, file.id));
      if (desk?.has(file.id)) desk.replace(file.id, file.content, true);
      folder.put(file.path, file.content);
    },
    save: (id: string) => save(id),
    takeTheirs() {
      if (!conflict || !desk) return;
      const { id, theirs, etag } = conflict;
      const has = kept.current.get(id);
      if (has) kept.current.set(id, { ...has, text: theirs, etag, base: etag });
      setFoundDrafts((all) => without(all, id));
      desk.replace(id, theirs, true);
      setConflict(null);
    },
    saveMine: (text: string) =>
      conflict ? save(conflict.id, { text, etag: conflict.etag }) : Promise.resolve(),
    leaveConflict: () => setConflict(null),
  };
}
export type Workbench = ReturnType<typeof useWorkbench>;

/** That the file has changed meanwhile is a question of its own. */
function staleIsAsked(error: Trouble | undefined): Trouble | undefined {
  return isCallProblem(error) && error.code === 'request.precondition-failed' ? undefined : error;
}

function withoutOne(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== id));
}

function without<V>(map: ReadonlyMap<string, V>, id: string): ReadonlyMap<string, V> {
  return new Map([...map].filter(([one]) => one !== id));
}
