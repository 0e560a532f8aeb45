/** Parts of Monaco that it has no types for, as far as they are used here. */
declare module 'monaco-editor/esm/vs/editor/standalone/browser/standaloneServices.js' {
  export const StandaloneServices: { initialize(overrides: Record<string, object>): void };
}
declare module 'monaco-editor/esm/vs/platform/storage/common/storage.js' {
  export class InMemoryStorageService {
    store(key: string, value: boolean, scope: number, target: number): void;
  }
}
