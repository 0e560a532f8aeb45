import type { Style } from '../stage.ts';
import { bigType } from './big-type.ts';
import { botanical } from './botanical.ts';
import { corridor } from './corridor.ts';
import { cosmos } from './cosmos.ts';
import { deco } from './deco.ts';
import { desert } from './desert.ts';
import { forest } from './forest.ts';
import { halftone } from './halftone.ts';
import { mesh } from './mesh.ts';
import { midcentury } from './midcentury.ts';
import { noir } from './noir.ts';
import { papercut } from './papercut.ts';
import { pulse } from './pulse.ts';
import { ribbon } from './ribbon.ts';
import { ridges } from './ridges.ts';
import { solo } from './solo.ts';
import { spiral } from './spiral.ts';
import { stripes } from './stripes.ts';
import { swiss } from './swiss.ts';
import { synthwave } from './synthwave.ts';
import { waves } from './waves.ts';
import { windows } from './windows.ts';

export const styles: readonly Style[] = [
  bigType,
  botanical,
  corridor,
  cosmos,
  deco,
  desert,
  forest,
  halftone,
  mesh,
  midcentury,
  noir,
  papercut,
  pulse,
  ribbon,
  ridges,
  solo,
  spiral,
  stripes,
  swiss,
  synthwave,
  waves,
  windows,
];
