import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { z } from 'zod';

const Settings = z.object({
  railOpen: z.boolean().catch(true),
  posterSize: z.int().min(0).max(6).catch(3),
  libraryLook: z.enum(['grid', 'list']).catch('grid'),
});
export type Settings = z.infer<typeof Settings>;
export type LibraryLook = Settings['libraryLook'];

const KEY = 'marquee-settings';

/** How this person likes this browser; anything unreadable falls back to the default. */
function readSettings(storage: Pick<Storage, 'getItem'>): Settings {
  return Settings.catch({ railOpen: true, posterSize: 3, libraryLook: 'grid' }).parse(
    parsed(storage.getItem(KEY)),
  );
}

export function writeSettings(storage: Pick<Storage, 'setItem'>, settings: Settings): void {
  storage.setItem(KEY, JSON.stringify(settings));
}

function parsed(text: string | null): unknown {
  const result = z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown;
      } catch (cause) {
        context.addIssue(String(cause));
        return z.NEVER;
      }
    })
    .safeParse(text);
  return result.data;
}

export const settingsSlice = createSlice({
  name: 'settings',
  initialState: (): Settings => readSettings(window.localStorage),
  reducers: {
    railToggled(state) {
      state.railOpen = !state.railOpen;
    },
    posterSizeChosen(state, { payload }: PayloadAction<number>) {
      state.posterSize = payload;
    },
    libraryLookChosen(state, { payload }: PayloadAction<LibraryLook>) {
      state.libraryLook = payload;
    },
  },
});
export const { railToggled, posterSizeChosen, libraryLookChosen } = settingsSlice.actions;
