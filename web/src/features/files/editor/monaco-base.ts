/** Monaco without any part. */
import 'monaco-editor/esm/vs/editor/editor.api';
