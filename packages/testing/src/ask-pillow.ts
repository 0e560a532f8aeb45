import { askPython } from './ask-python.ts';

/** Asks a script that needs Pillow; MARQUEE_PILLOW_PYTHON names another Python that has it. */
export const askPillow = <T>(script: string, ...options: string[]): T[] | undefined =>
  askPython<T>('pillow', process.env.MARQUEE_PILLOW_PYTHON, script, ...options);
