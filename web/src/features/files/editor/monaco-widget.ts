/** What an editor is made of. */
import 'monaco-editor/esm/vs/editor/browser/widget/codeEditor/codeEditorWidget.js';
