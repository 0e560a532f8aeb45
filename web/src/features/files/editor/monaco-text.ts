import {
  PieceTreeTextBufferBuilder,
  type TextBufferFactory,
} from 'monaco-editor/esm/vs/editor/common/model/pieceTreeTextBuffer/pieceTreeTextBufferBuilder.js';
import { breath } from '../../../ui/breath.ts';

const PIECE = 500_000;

/** Monaco looks through every letter of a text before it shows a line: a large one is handed over in pieces. */
export async function bufferOf(text: string): Promise<TextBufferFactory> {
  const builder = new PieceTreeTextBufferBuilder();
  for (let at = 0; at < text.length; at += PIECE) {
    if (at > 0) await breath();
    builder.acceptChunk(text.slice(at, at + PIECE));
  }
  return builder.finish();
}
