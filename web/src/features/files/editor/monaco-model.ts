import type { TextBufferFactory } from 'monaco-editor/esm/vs/editor/common/model/pieceTreeTextBuffer/pieceTreeTextBufferBuilder.js';
import 'monaco-editor/esm/vs/editor/editor.api.js';

declare module 'monaco-editor/esm/vs/editor/editor.api.js' {
  namespace editor {
    function createModel(value: TextBufferFactory, language?: string, uri?: Uri): ITextModel;
    /** Models have these without an editor too; Monaco's own types leave them out. */
    interface ITextModel {
      undo(): void | Promise<void>;
      redo(): void | Promise<void>;
      canUndo(): boolean;
      canRedo(): boolean;
      /** What an editor asks before it makes something of every line. */
      isTooLargeForTokenization(): boolean;
    }
  }
}
