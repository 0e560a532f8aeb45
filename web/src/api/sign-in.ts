import { type PlexAnswer, signInRoutes } from '@marquee/contracts';
import { type Signed, signedIn, signedOut } from '../session/session-slice.ts';
import { type SignedEnvelope, signedBy } from '../session/signed.ts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const toSigned = (envelope: SignedEnvelope): Signed => signedBy(envelope);

/** Whoever called sees a failure; here it only means that nobody came in. */
function enter(
  fulfilled: Promise<{ data: Signed | null }>,
  dispatch: (action: ReturnType<typeof signedIn>) => unknown,
): void {
  void fulfilled.then(
    ({ data }) => data && dispatch(signedIn(data)),
    () => {},
  );
}

export const signInApi = api.injectEndpoints({
  endpoints: (build) => ({
    signInOptions: build.query({ ...callRoute(signInRoutes.options), providesTags: ['SignInOptions'] }),
    setUp: build.mutation({
      ...callRoute(signInRoutes.setUp),
      transformResponse: toSigned,
      onQueryStarted: (_arg, { queryFulfilled, dispatch }) => enter(queryFulfilled, dispatch),
      invalidatesTags: ['SignInOptions'],
    }),
    signIn: build.mutation({
      ...callRoute(signInRoutes.signIn),
      transformResponse: toSigned,
      onQueryStarted: (_arg, { queryFulfilled, dispatch }) => enter(queryFulfilled, dispatch),
    }),
    signOut: build.mutation({
      ...callRoute(signInRoutes.signOut),
      onQueryStarted: (_arg, { queryFulfilled, dispatch }) =>
        void queryFulfilled.then(
          () => dispatch(signedOut('left')),
          () => {},
        ),
    }),
    me: build.query(callRoute(signInRoutes.me)),
    changePassword: build.mutation({
      ...callRoute(signInRoutes.changePassword),
      transformResponse: toSigned,
      onQueryStarted: (_arg, { queryFulfilled, dispatch }) => enter(queryFulfilled, dispatch),
      invalidatesTags: ['Sessions'],
    }),
    plexStart: build.mutation(callRoute(signInRoutes.plexStart)),
    plexFinish: build.mutation({
      ...callRoute(signInRoutes.plexFinish),
      transformResponse: ({ data, timestamp }: { data: PlexAnswer; timestamp: string }): Signed | null =>
        data.state === 'signed-in' ? signedBy({ data: data.session, timestamp }) : null,
      onQueryStarted: (_arg, { queryFulfilled, dispatch }) => enter(queryFulfilled, dispatch),
    }),
  }),
});

export const {
  useSignInOptionsQuery,
  useSetUpMutation,
  useSignInMutation,
  useSignOutMutation,
  useChangePasswordMutation,
  usePlexStartMutation,
  usePlexFinishMutation,
} = signInApi;
