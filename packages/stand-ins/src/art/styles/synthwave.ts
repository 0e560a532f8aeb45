import { mix } from '../colour.ts';
import { ridge } from '../land.ts';
import type { Style } from '../stage.ts';
import { circle, glow, group, line, n, path, polygon, rect } from '../svg.ts';

/** A striped sun goes down behind a grid that never ends. */
export const synthwave: Style = {
  name: 'synthwave',
  kinds: ['poster', 'season', 'still', 'background', 'cover'],
  palettes: ['ultraviolet', 'cobalt', 'orchid', 'dusk'],
  letterings: [
    {
      place: 'top',
      align: 'middle',
      face: 'righteous',
      small: 'oswaldLight',
      caps: true,
      share: 0.17,
      maxSize: 0.085,
      glow: true,
    },
    {
      place: 'top',
      align: 'middle',
      face: 'bebas',
      small: 'oswaldLight',
      caps: true,
      share: 0.19,
      maxSize: 0.12,
      glow: true,
      tracking: 0.04,
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'righteous',
      small: 'oswaldLight',
      caps: true,
      share: 0.15,
      maxSize: 0.075,
      glow: true,
    },
  ],
  draw({ width, height, u, rng, palette, focus, defs, place }) {
    const horizon = place === 'bottom' ? height * 0.52 : focus.y + focus.height * 0.66;
    const cx = width / 2;
    const sunR = Math.min(width * 0.33, height * 0.25);
    const hot = palette.accent;
    let body = rect(0, 0, width, height, {
      fill: defs.linear([
        [0, palette.night],
        [(horizon / height) * 0.55, palette.deep],
        [horizon / height, mix(palette.middle, hot, 0.45)],
      ]),
    });
    for (let star = 0; star < 130; star += 1) {
      body += circle(rng.range(0, width), rng.range(0, horizon * 0.8), rng.range(0.7, 2) * u, {
        fill: palette.pale,
        'fill-opacity': rng.range(0.2, 0.9),
      });
    }
    const sunY = horizon - sunR * 0.55;
    body += glow(defs, { x: cx, y: sunY }, sunR * 2.1, [
      [0.3, hot, 0.65],
      [0.5, hot, 0.25],
      [1, hot, 0],
    ]);
    let slits = '';
    for (let y = sunY - sunR * 0.12, tall = 5 * u; y < horizon; tall += 4.2 * u) {
      slits += `M${n(cx - sunR)} ${n(y)}H${n(cx + sunR)}V${n(y + tall)}H${n(cx - sunR)}Z`;
      y += sunR * 0.15;
    }
    const whole = `M${n(cx - sunR)} ${n(sunY - sunR)}H${n(cx + sunR)}V${n(sunY + sunR)}H${n(cx - sunR)}Z`;
    const open = defs.clip(path(whole + slits, { 'clip-rule': 'evenodd' }));
    const sunTop = mix(palette.pale, '#ffe27a', 0.75);
    body += group(
      { 'clip-path': open },
      circle(cx, sunY, sunR, {
        fill: defs.linear([
          [0, sunTop],
          [0.45, mix(sunTop, hot, 0.55)],
          [1, hot],
        ]),
      }),
    );

    if (rng.chance(0.5)) {
      for (const [rise, tone] of [
        [95, 0.55],
        [60, 0.9],
      ] as const) {
        const points = ridge(rng, width, horizon - rise * 0.75 * u, rise * u, 0.6).filter(
          (_, index) => index % 3 === 0,
        );
        const shape = polygon([...points, { x: width * 1.02, y: horizon }, { x: -width * 0.02, y: horizon }]);
        body += path(shape, {
          fill: mix(palette.deep, palette.night, tone),
          stroke: palette.spark,
          'stroke-width': 1.6 * u,
          'stroke-opacity': 0.55,
        });
      }
    } else {
      let towers = '';
      let windows = '';
      for (let x = -10 * u; x < width; ) {
        const [wide, tall] = [
          rng.range(26, 70) * u,
          rng.range(40, 215) * u * (0.45 + 0.75 * Math.abs(x / width - 0.5) * 2),
        ];
        towers += `M${n(x)} ${n(horizon)}V${n(horizon - tall)}H${n(x + wide)}V${n(horizon)}Z`;
        for (let pane = 0; pane < tall / (14 * u); pane += 1) {
          if (rng.chance(0.5))
            windows += `M${n(x + rng.range(4, wide / u - 8) * u)} ${n(horizon - tall + (8 + pane * 13) * u)}h${n(5 * u)}v${n(5 * u)}h${n(-5 * u)}Z`;
        }
        x += wide + rng.range(-6, 10) * u;
      }
      body +=
        path(towers, { fill: mix(palette.night, palette.deep, 0.25) }) +
        path(windows, { fill: palette.spark, opacity: 0.75 });
    }

    body += rect(0, horizon, width, height - horizon, {
      fill: defs.linear([
        [0, mix(palette.deep, hot, 0.3)],
        [0.28, mix(palette.night, palette.deep, 0.6)],
        [1, palette.night],
      ]),
    });
    let grid = '';
    for (let lane = -22; lane <= 22; lane += 1)
      grid += line(cx + lane * 26 * u, horizon, cx + lane * 300 * u, height, {});
    for (let row = 0; row < 15; row += 1) {
      const y = horizon + (height - horizon) * (row / 14) ** 2.3;
      grid += line(0, y, width, y, {});
    }
    body += group({ stroke: palette.spark, 'stroke-width': 7 * u, 'stroke-opacity': 0.13 }, grid);
    body += group({ stroke: palette.spark, 'stroke-width': 1.8 * u, 'stroke-opacity': 0.8 }, grid);
    body += rect(0, horizon - 2 * u, width, 4 * u, { fill: mix(palette.spark, '#ffffff', 0.4) });
    body += rect(0, height * 0.66, width, height * 0.34, {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.62, palette.night, 0.93],
      ]),
    });
    return { body, ink: mix(palette.pale, '#ffffff', 0.5), accent: hot, footInk: palette.pale, grain: 5 };
  },
};
