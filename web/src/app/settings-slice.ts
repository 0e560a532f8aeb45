import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { z } from 'zod';

const Settings = z.object({
  railOpen: z.boolean().catch(true),
  posterSize: z.int().min(0).max(6).catch(3),
});
export type Settings = z.infer<typeof Settings>;

const KEY = 'marquee-settings';

/** How this person likes this browser; anything unreadable falls back to the default. */
function readSettings(storage: Pick<Storage, 'getItem'>): Settings {
  return Settings.catch({ railOpen: true, posterSize: 3 }).parse(parsed(storage.getItem(KEY)));
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
  },
});
export const { railToggled, posterSizeChosen } = settingsSlice.actions;
