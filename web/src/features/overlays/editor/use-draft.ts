import { useEffect, useRef, useState } from 'react';
import { useDropOverlayDraftMutation, useKeepOverlayDraftMutation } from '../../../api/overlays.ts';
import type { Editor } from './use-editor.ts';

const PAUSE_MS = 1200;

/** What became of the text that is not saved: kept beside the file a moment after the last change. */
export type DraftState = 'none' | 'waiting' | 'kept' | 'failed';

export function useDraft(fileId: string, { text, saved, dirty }: Editor, pending: boolean): DraftState {
  const [keep] = useKeepOverlayDraftMutation();
  const [drop] = useDropOverlayDraftMutation();
  const [state, setState] = useState<DraftState>('none');
  /** The text that is kept as a draft by this visit. */
  const kept = useRef<string | null>(null);

  useEffect(() => {
    // While an older draft waits to be chosen or thrown away, it must not be written over.
    if (pending) return;
    if (!dirty && kept.current === null) {
      setState('none');
      return;
    }
    if (dirty && kept.current === text) return;
    if (dirty) setState('waiting');
    const timer = setTimeout(async () => {
      if (!dirty) {
        await drop({ fileId });
        kept.current = null;
        setState('none');
        return;
      }
      const { error } = await keep({ fileId, body: { text, baseEtag: saved.etag } });
      if (!error) kept.current = text;
      setState(error ? 'failed' : 'kept');
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [fileId, text, saved.etag, dirty, pending, keep, drop]);

  return state;
}
