import type { PrepareJob } from '@marquee/contracts';
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '../session/session-slice.ts';

export type Connection = 'connecting' | 'live' | 'catchingUp' | 'offline';

interface LiveState {
  connection: Connection;
  /** When Marquee last answered, ms since 1970. */
  lastAnswerAt: number | null;
  /** The newest poster job of each library. */
  jobs: Record<string, PrepareJob>;
}

const initialState: LiveState = { connection: 'connecting', lastAnswerAt: null, jobs: {} };

export const liveSlice = createSlice({
  name: 'live',
  initialState,
  reducers: {
    answered(state, { payload }: PayloadAction<{ at: number; streaming: boolean }>) {
      state.lastAnswerAt = payload.at;
      state.connection = payload.streaming
        ? 'live'
        : state.connection === 'connecting'
          ? 'connecting'
          : 'catchingUp';
    },
    unanswered(state) {
      state.connection = 'offline';
    },
    streamOpened(state) {
      state.connection = 'live';
    },
    streamLost(state) {
      if (state.connection === 'live') state.connection = 'catchingUp';
    },
    jobProgressed(state, { payload }: PayloadAction<PrepareJob>) {
      const known = state.jobs[payload.libraryId];
      // Events may come late or twice; progress never goes backwards and an ended job stays ended.
      if (known?.id === payload.id && (known.endedAt !== null || known.done > payload.done)) return;
      if (known && known.id !== payload.id && known.createdAt > payload.createdAt) return;
      state.jobs[payload.libraryId] = payload;
    },
    jobDismissed(state, { payload }: PayloadAction<string>) {
      delete state.jobs[payload];
    },
  },
  extraReducers: (build) => {
    build.addCase(signedOut, (state) => {
      state.jobs = {};
      if (state.connection === 'live') state.connection = 'connecting';
    });
  },
  selectors: {
    selectConnection: (state) => state.connection,
    selectLastAnswerAt: (state) => state.lastAnswerAt,
    selectJobs: (state) => state.jobs,
  },
});

export const { answered, unanswered, streamOpened, streamLost, jobProgressed, jobDismissed } =
  liveSlice.actions;
export const { selectConnection, selectLastAnswerAt, selectJobs } = liveSlice.selectors;
