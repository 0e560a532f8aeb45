import {
  branchChanged,
  configChanged,
  fileSaved,
  libraryChanged,
  prepareProgressed,
  renderBatchProgressed,
  type StreamEvent,
  serversChanged,
  statusChanged,
} from '@marquee/contracts';
import { api } from '../api/api.ts';
import { refreshItem } from '../api/refresh-item.ts';
import type { AppDispatch } from '../app/store.ts';
import { jobProgressed } from './live-slice.ts';

type Effect = (data: unknown, dispatch: AppDispatch) => void;

/** What each event means for what is on screen. An event this version does not know is passed over. */
const effects: Record<string, Effect> = {
  [prepareProgressed.name]: (data, dispatch) => {
    dispatch(jobProgressed(prepareProgressed.payload.parse(data)));
  },
  [statusChanged.name]: (_data, dispatch) => {
    dispatch(api.util.invalidateTags(['Status', 'Health']));
  },
  // Another address behind the same ids: nothing that was shown of a server holds any more.
  [serversChanged.name]: (_data, dispatch) => {
    dispatch(api.util.invalidateTags(['Health', 'Status', 'Libraries', 'Items', 'Item']));
  },
  [fileSaved.name]: (data, dispatch) => {
    const { fileId } = fileSaved.payload.parse(data);
    dispatch(api.util.invalidateTags(['ConfigFiles', 'Overlays', { type: 'OverlayFile', id: fileId }]));
  },
  [configChanged.name]: (_data, dispatch) => {
    dispatch(api.util.invalidateTags(['Collections', 'ConfigFiles', 'ConfigVersions']));
  },
  [branchChanged.name]: (data, dispatch) => {
    const { branch } = branchChanged.payload.parse(data);
    dispatch(api.util.invalidateTags(['ConfigBranches', { type: 'ConfigFiles', id: branch }]));
  },
  [renderBatchProgressed.name]: (data, dispatch) => {
    const { id } = renderBatchProgressed.payload.parse(data);
    dispatch(api.util.invalidateTags([{ type: 'RenderBatch', id }]));
  },
  [libraryChanged.name]: (data, dispatch) => {
    const { libraryId, itemId } = libraryChanged.payload.parse(data);
    if (itemId) dispatch(refreshItem(libraryId, itemId));
    else dispatch(api.util.invalidateTags(['Libraries', { type: 'Items', id: libraryId }]));
  },
};

export function applyEvent({ topic, data }: StreamEvent, dispatch: AppDispatch): void {
  effects[topic]?.(data, dispatch);
}
