export interface Tab {
  id: string;
  path: string;
  unsaved: boolean;
}

export interface OpenFiles {
  tabs: readonly Tab[];
  active: string | null;
}

export type OpenFilesChange =
  | { kind: 'opened'; id: string; path: string }
  | { kind: 'closed'; id: string }
  /** On a phone: back to the tree. */
  | { kind: 'left' }
  | { kind: 'marked'; id: string; unsaved: boolean };

export const noFiles: OpenFiles = { tabs: [], active: null };

export function openFiles(state: OpenFiles, change: OpenFilesChange): OpenFiles {
  const { tabs, active } = state;
  switch (change.kind) {
    case 'opened': {
      const { id, path } = change;
      if (tabs.some((tab) => tab.id === id)) return active === id ? state : { tabs, active: id };
      // Beside the one that is looked at, as browsers do.
      const at = tabs.findIndex((tab) => tab.id === active) + 1;
      return { tabs: tabs.toSpliced(at, 0, { id, path, unsaved: false }), active: id };
    }
    case 'closed': {
      const at = tabs.findIndex((tab) => tab.id === change.id);
      if (at === -1) return state;
      const left = tabs.toSpliced(at, 1);
      const next = active === change.id ? (left[at] ?? left[at - 1])?.id : active;
      return { tabs: left, active: next ?? null };
    }
    case 'left':
      return { tabs, active: null };
    case 'marked': {
      const tab = tabs.find(({ id }) => id === change.id);
      if (!tab || tab.unsaved === change.unsaved) return state;
      const marked = { ...tab, unsaved: change.unsaved };
      return { tabs: tabs.map((one) => (one.id === change.id ? marked : one)), active };
    }
  }
}

/** Names for tabs: the file's own, and with as much of its folders as tells it from its namesakes. */
export function tabNames(tabs: readonly Tab[]): Map<string, string> {
  const nameOf = (path: string) => path.split('/').at(-1) ?? path;
  return new Map(
    tabs.map(({ id, path }) => {
      const name = nameOf(path);
      const namesake = tabs.some((other) => other.id !== id && nameOf(other.path) === name);
      return [id, namesake ? path : name];
    }),
  );
}
