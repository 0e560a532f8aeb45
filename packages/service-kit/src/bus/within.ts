/** Waits for work, but not longer than `ms`; says whether the work was done in that time. */
export async function within(ms: number, work: Promise<unknown>, whenLate: () => void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const inTime = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  if (!inTime) whenLate();
  return inTime;
}
