import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useEditorContext } from '../editor/use-editor.ts';
import type { LivePlaces } from '../model/live-places.ts';
import type { SectionProps } from './section.ts';

/** A number while a hand on the stage changes it. */
export interface LiveNumber extends Pick<LivePlaces, 'subscribe'> {
  read(): number | null;
}

export function useLiveNumber({ definition }: SectionProps, name: string): LiveNumber {
  const { live } = useEditorContext();
  const { key } = definition;
  return useMemo(
    () => ({
      subscribe: live.subscribe,
      read: () => {
        const number = Number.parseInt(String(live.value(key, name)), 10);
        return Number.isNaN(number) ? null : number;
      },
    }),
    [live, key, name],
  );
}

/**
 * Shows the number in the field as long as the hand moves it, then again what React has it say. Written past React: to
 * render fields at each move would take more time than the pixels that the hand waits for.
 */
export function useShownLive(
  input: RefObject<HTMLInputElement | null>,
  live: LiveNumber | undefined,
  otherwise: string,
): void {
  const said = useRef(otherwise);
  said.current = otherwise;
  useEffect(
    () =>
      live?.subscribe(() => {
        if (input.current) input.current.value = String(live.read() ?? said.current);
      }),
    [input, live],
  );
}
