import { userRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const usersApi = api.injectEndpoints({
  endpoints: (build) => ({
    users: build.query({ ...callRoute(userRoutes.list), providesTags: ['Users'] }),
    plexPeople: build.query({ ...callRoute(userRoutes.plexPeople), providesTags: ['PlexPeople'] }),
    addUser: build.mutation({ ...callRoute(userRoutes.create), invalidatesTags: ['Users'] }),
    inviteUser: build.mutation({ ...callRoute(userRoutes.invite), invalidatesTags: ['Users', 'PlexPeople'] }),
    changeUser: build.mutation({
      ...callRoute(userRoutes.change),
      // Shown at once, and put back as it was when Marquee says no.
      onQueryStarted: ({ userId, body }, { dispatch, queryFulfilled }) => {
        const shown = dispatch(
          usersApi.util.updateQueryData('users', undefined, (users) => {
            const user = users.find(({ id }) => id === userId);
            if (user && body.role !== undefined) user.role = body.role;
            if (user && body.disabled !== undefined) user.disabled = body.disabled;
          }),
        );
        void queryFulfilled.then(
          () => dispatch(api.util.invalidateTags(['Users'])),
          () => shown.undo(),
        );
      },
    }),
    setUserPassword: build.mutation(callRoute(userRoutes.setPassword)),
    removeUser: build.mutation({ ...callRoute(userRoutes.remove), invalidatesTags: ['Users', 'PlexPeople'] }),
  }),
});

export const {
  useUsersQuery,
  usePlexPeopleQuery,
  useAddUserMutation,
  useInviteUserMutation,
  useChangeUserMutation,
  useSetUserPasswordMutation,
  useRemoveUserMutation,
} = usersApi;
