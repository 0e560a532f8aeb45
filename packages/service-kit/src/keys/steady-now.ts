/** Milliseconds since 1970 that never jump: setting the machine's clock back must not lengthen a lock or a limit. */
export const steadyNow = (): number => performance.timeOrigin + performance.now();
