import type { ItemAccount } from '@marquee/contracts';
import type { Canvas } from './canvas.ts';
import type { FilledText } from './fill-text.ts';
import type { Placed } from './place.ts';
import type { Step } from './steps.ts';

/** What is to be done on one item, and the account of it. */
export interface Plan {
  canvas: Canvas;
  blur: number;
  steps: Step[];
  account: ItemAccount;
}

/** Where an overlay lies, and with what text. */
export interface Laid {
  placed: Placed | null;
  text: FilledText | null;
}

export interface Refusal {
  code: string;
  message: string;
}
