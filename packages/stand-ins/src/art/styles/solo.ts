import { mix, readable } from '../colour.ts';
import type { Style } from '../stage.ts';
import { group, rect } from '../svg.ts';
import { thingFor } from './solo-things.ts';

/** One thing on a large field of colour. */
export const solo: Style = {
  name: 'solo',
  kinds: ['poster', 'season', 'still', 'background'],
  palettes: [
    'tangerine',
    'cobalt',
    'lagoon',
    'ember',
    'pine',
    'dusk',
    'bordeaux',
    'fjord',
    'mustard',
    'blood',
  ],
  letterings: [
    {
      place: 'bottom',
      align: 'middle',
      face: 'grotesk',
      small: 'groteskPlain',
      share: 0.13,
      maxSize: 0.06,
      tracking: -0.01,
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'playfairItalic',
      small: 'oswaldLight',
      share: 0.14,
      maxSize: 0.078,
    },
    {
      place: 'top',
      align: 'middle',
      face: 'cormorant',
      small: 'oswaldLight',
      share: 0.15,
      maxSize: 0.088,
      aside: 'cormorantItalic',
    },
    {
      place: 'top',
      align: 'start',
      face: 'anton',
      small: 'oswald',
      caps: true,
      share: 0.19,
      maxSize: 0.1,
      names: 'none',
    },
  ],
  draw(stage) {
    const { width, height, rng, palette, focus, defs } = stage;
    const field = rng.pick([palette.deep, palette.deep, mix(palette.middle, palette.deep, 0.35)]);
    const ink = mix(palette.night, '#000000', 0.35);
    const light = mix(palette.spark, palette.pale, 0.25);
    const [cx, cy] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
    const size = Math.min(focus.width * 0.95, focus.height * 0.98);
    let body = rect(0, 0, width, height, { fill: field });
    body += rect(0, 0, width, height, {
      fill: defs.radial(
        [
          [0, mix(field, palette.middle, 0.5), 0.9],
          [0.6, field, 0.4],
          [1, mix(field, palette.night, 0.6), 0.9],
        ],
        { x: cx, y: cy },
        Math.max(width, height) * 0.66,
      ),
    });
    body += group({}, thingFor(stage)(stage, cx, cy, size, ink, light));
    body += rect(0, height * 0.74, width, height * 0.26, {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.8, palette.night, 0.75],
      ]),
    });
    return {
      body,
      ink: readable(mix(field, palette.night, 0.2), [palette.pale, palette.spark]),
      footInk: palette.pale,
      accent: readable(field, [palette.spark, palette.pale]),
      grain: 8,
    };
  },
};
