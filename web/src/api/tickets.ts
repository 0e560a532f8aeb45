import { type SocketPath, signInRoutes } from '@marquee/contracts';
import type { AppThunk } from '../app/store.ts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const ticketsApi = api.injectEndpoints({
  endpoints: (build) => ({ ticket: build.mutation(callRoute(signInRoutes.ticket)) }),
});

/** A ticket for one WebSocket, or null while none can be had. */
export function askTicket(socket: SocketPath): AppThunk<Promise<string | null>> {
  return async (dispatch) => {
    const { data } = await dispatch(
      ticketsApi.endpoints.ticket.initiate({ body: { socket } }, { track: false }),
    );
    return data?.ticket ?? null;
  };
}
