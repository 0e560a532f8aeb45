/** Where Monaco compares texts. */
import 'monaco-editor/esm/vs/editor/editor.worker.js';
