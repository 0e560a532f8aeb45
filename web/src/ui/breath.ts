/** Lets the browser draw and hear what waits before more work is done. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The same once the page is drawn; a page that nobody looks at draws nothing. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(resolve);
    });
  });
