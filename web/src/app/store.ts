import { type Action, combineSlices, configureStore, type ThunkAction } from '@reduxjs/toolkit';
import { useDispatch, useSelector } from 'react-redux';
import { api } from '../api/api.ts';
import { liveSlice } from '../live/live-slice.ts';
import { selectUser, sessionSlice } from '../session/session-slice.ts';
import { settingsSlice, writeSettings } from './settings-slice.ts';

const reducer = combineSlices(api, liveSlice, sessionSlice, settingsSlice);

export type RootState = ReturnType<typeof reducer>;

export function createStore(storage: Pick<Storage, 'setItem'> = window.localStorage) {
  const store = configureStore({
    reducer,
    middleware: (standard) =>
      // Deep checks of 50,000 titles on every action would make development unusable.
      standard({ serializableCheck: false, immutableCheck: false }).concat(api.middleware),
  });
  let written = store.getState().settings;
  let person = selectUser(store.getState());
  store.subscribe(() => {
    const { settings } = store.getState();
    if (settings !== written) {
      written = settings;
      writeSettings(storage, settings);
    }
    const before = person;
    person = selectUser(store.getState());
    // What one person was shown is never left lying about for the next.
    if (before && before.id !== person?.id) store.dispatch(api.util.resetApiState());
  });
  return store;
}

export type AppStore = ReturnType<typeof createStore>;
export type AppDispatch = AppStore['dispatch'];
export type AppThunk<R> = ThunkAction<R, RootState, unknown, Action>;
export const useAppDispatch = useDispatch.withTypes<AppDispatch>();
export const useAppSelector = useSelector.withTypes<RootState>();
