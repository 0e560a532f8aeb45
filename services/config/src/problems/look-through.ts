import { Problem } from '@marquee/contracts';
import { etagOf } from '../files/file-id.ts';
import type { Desk, DeskAnswer, DeskTask } from './deskwork.ts';

/** Work on texts of which one may be missing. */
type TextsTask = Extract<
  DeskTask,
  { kind: 'check' | 'examine' | 'mend' | 'survey' | 'definitions-of-files' }
>;

/** What a folder's texts say; a file that takes too long is left out, and not tried again before it has changed. */
export function createLookThrough(desk: Pick<Desk, 'do'>) {
  const slow = new Map<string, string>();
  const isSlow = (path: string, text: string) => slow.has(path) && slow.get(path) === markOf(text);
  return async <T extends TextsTask>(task: T): Promise<{ answer: DeskAnswer<T>; tooSlow: string[] }> => {
    for (;;) {
      const [texts, tooSlow] = [new Map<string, string>(), [] as string[]];
      for (const [path, text] of task.texts) {
        if (isSlow(path, text)) tooSlow.push(path);
        else texts.set(path, text);
      }
      try {
        return { answer: await desk.do<T>({ ...task, texts }), tooSlow };
      } catch (cause) {
        const path = slowFileOf(cause);
        const text = path === undefined ? undefined : texts.get(path);
        if (path === undefined || text === undefined) throw cause;
        slow.set(path, markOf(text));
      }
    }
  };
}
export type LookThrough = ReturnType<typeof createLookThrough>;

const markOf = (text: string): string => etagOf(Buffer.from(text, 'utf8'));

function slowFileOf(cause: unknown): string | undefined {
  const isSlow = cause instanceof Problem && cause.code === 'config.check-timed-out';
  return isSlow ? cause.details[0]?.file : undefined;
}
