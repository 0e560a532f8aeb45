const KEY = 'marquee-signed-in';

/** Remembers that somebody is signed in here, not who: saves asking, and being refused, where nobody is. */
export const sessionHint = {
  read: () => window.localStorage.getItem(KEY) === 'yes',
  write(present: boolean) {
    if (present) window.localStorage.setItem(KEY, 'yes');
    else window.localStorage.removeItem(KEY);
  },
};
