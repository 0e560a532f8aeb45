/** Chromium without its windows: the same engine, for three quarters of the work. */
export const chromiumPath = '/usr/bin/chromium-headless-shell';
