const PATIENCE_MS = 15_000;

/** Waits for a condition, not for a time; a condition that never comes fails the test by name. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`It never came true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
