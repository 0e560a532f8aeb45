/** Lets the browser draw and hear what waits before more work is done. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
