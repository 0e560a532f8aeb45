/** Parts of Monaco that it has no types for, as far as they are used here. */
declare module 'monaco-editor/esm/vs/editor/standalone/browser/standaloneServices.js' {
  /** What a service is asked for by. */
  export interface ServiceId<Service> {
    (...parameters: unknown[]): void;
    type: Service;
  }
  export const StandaloneServices: {
    initialize(overrides: Record<string, object>): void;
    get<Service>(id: ServiceId<Service>): Service;
  };
}
declare module 'monaco-editor/esm/vs/editor/standalone/common/standaloneTheme.js' {
  import type { ServiceId } from 'monaco-editor/esm/vs/editor/standalone/browser/standaloneServices.js';
  export const IStandaloneThemeService: ServiceId<{ registerEditorContainer(place: HTMLElement): object }>;
}
declare module 'monaco-editor/esm/vs/platform/accessibility/common/accessibility.js' {
  import type { ServiceId } from 'monaco-editor/esm/vs/editor/standalone/browser/standaloneServices.js';
  export const IAccessibilityService: ServiceId<object>;
}
declare module 'monaco-editor/esm/vs/editor/browser/config/editorConfiguration.js' {
  /** Works an editor's options out, for which it measures the letters. */
  export class EditorConfiguration {
    constructor(
      simple: boolean,
      menu: null,
      options: object,
      place: HTMLElement | null,
      accessibility: object,
    );
    dispose(): void;
  }
}
declare module 'monaco-editor/esm/vs/platform/storage/common/storage.js' {
  export class InMemoryStorageService {
    store(key: string, value: boolean, scope: number, target: number): void;
  }
}
declare module 'monaco-editor/esm/vs/editor/common/model/pieceTreeTextBuffer/pieceTreeTextBufferBuilder.js' {
  /** What a model can be made of instead of a text. */
  export interface TextBufferFactory {
    create(defaultEol: number): object;
  }
  export class PieceTreeTextBufferBuilder {
    acceptChunk(chunk: string): void;
    finish(): TextBufferFactory;
  }
}
/** Only to be there before what needs them. */
declare module 'monaco-editor/esm/vs/editor/browser/editorExtensions.js';
declare module 'monaco-editor/esm/vs/editor/browser/view.js';
declare module 'monaco-editor/esm/vs/editor/common/config/editorOptions.js';
declare module 'monaco-editor/esm/vs/editor/common/model/textModel.js';
declare module 'monaco-editor/esm/vs/editor/common/viewModel/viewModelImpl.js';
