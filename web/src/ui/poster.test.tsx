import { act, fireEvent, render, screen } from '@testing-library/react';
import { Provider } from 'react-redux';
import { createStore } from '../app/store.ts';
import { signedIn } from '../session/session-slice.ts';
import { aFilm, aSession } from '../testing/examples.ts';
import { Poster } from './poster.tsx';

test('a picture that was refused is asked for again once the session is renewed', () => {
  const store = createStore();
  store.dispatch(signedIn(aSession()));
  render(
    <Provider store={store}>
      <Poster item={aFilm(1)} width={120} alt="Film 1" />
    </Provider>,
  );
  const picture = screen.getByRole('img');
  fireEvent.error(picture);
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  act(() => void store.dispatch(signedIn({ ...aSession(), accessToken: 'token-2' })));
  expect(screen.getByRole('img')).toBeInTheDocument();
});

test('a picture that is there stays as it is when the session is renewed', () => {
  const store = createStore();
  store.dispatch(signedIn(aSession()));
  render(
    <Provider store={store}>
      <Poster item={aFilm(1)} width={120} alt="Film 1" />
    </Provider>,
  );
  const picture = screen.getByRole('img');
  act(() => void store.dispatch(signedIn({ ...aSession(), accessToken: 'token-2' })));
  expect(screen.getByRole('img')).toBe(picture);
});

test('a refusal heard only after the renewal does not hide the picture', () => {
  const store = createStore();
  store.dispatch(signedIn(aSession()));
  render(
    <Provider store={store}>
      <Poster item={aFilm(1)} width={120} alt="Film 1" />
    </Provider>,
  );
  const picture = screen.getByRole('img');
  act(() => void store.dispatch(signedIn({ ...aSession(), accessToken: 'token-2' })));
  fireEvent.error(picture);
  expect(screen.getByRole('img')).not.toBe(picture);
});
