import { mix } from '../colour.ts';
import { figure } from '../figures.ts';
import type { Stage } from '../stage.ts';
import { circle, ellipse, line, n, path, polygon, rect } from '../svg.ts';

/** Draws one thing round a centre, in dark ink and one light. */
type Thing = (stage: Stage, cx: number, cy: number, size: number, ink: string, light: string) => string;

const door: Thing = ({ palette, defs }, cx, cy, size, ink, light) => {
  const [w, h] = [size * 0.42, size * 0.86];
  const [x, y] = [cx - w / 2, cy - h * 0.56];
  const foot = y + h;
  const beam = polygon([
    { x, y: foot },
    { x: x + w, y: foot },
    { x: x + w * 2.15, y: foot + size * 0.36 },
    { x: x - w * 0.15, y: foot + size * 0.36 },
  ]);
  return (
    rect(x, y, w, h, { fill: light }) +
    path(beam, {
      fill: defs.linear([
        [0, light, 0.95],
        [1, light, 0.1],
      ]),
    }) +
    path(
      polygon([
        { x, y },
        { x: x - w * 0.52, y: y - h * 0.07 },
        { x: x - w * 0.52, y: foot + h * 0.07 },
        { x, y: foot },
      ]),
      { fill: ink },
    ) +
    circle(x - w * 0.42, cy, size * 0.014, { fill: palette.accent }) +
    path(figure('coat', cx + w * 0.06, foot - size * 0.01, h * 0.46), { fill: ink })
  );
};

const balloon: Thing = ({ rng, palette, u }, cx, cy, size, ink, light) => {
  const r = size * 0.3;
  const y = cy - size * 0.14;
  let stripes = '';
  for (const [half, tone] of [
    [1, palette.accent],
    [0.7, light],
    [0.36, palette.accent],
  ] as const) {
    stripes += path(
      `M${n(cx)} ${n(y - r)}C${n(cx + r * 1.33 * half)} ${n(y - r)} ${n(cx + r * 1.33 * half)} ${n(y + r * 0.62)} ${n(cx + r * 0.2 * half)} ${n(y + r * 1.12)}H${n(cx - r * 0.2 * half)}C${n(cx - r * 1.33 * half)} ${n(y + r * 0.62)} ${n(cx - r * 1.33 * half)} ${n(y - r)} ${n(cx)} ${n(y - r)}Z`,
      { fill: tone },
    );
  }
  const basket = rect(cx - r * 0.15, y + r * 1.5, r * 0.3, r * 0.24, { fill: ink, rx: 4 * u });
  const ropes = [-1, 1]
    .map((side) =>
      line(cx + side * r * 0.17, y + r * 1.12, cx + side * r * 0.13, y + r * 1.52, {
        stroke: ink,
        'stroke-width': 3 * u,
      }),
    )
    .join('');
  let clouds = '';
  for (let cloud = 0; cloud < 4; cloud += 1)
    clouds += ellipse(
      cx + rng.range(-0.75, 0.75) * size,
      cy + rng.range(-0.5, 0.5) * size,
      size * rng.range(0.12, 0.24),
      size * 0.035,
      { fill: light, opacity: 0.45 },
    );
  return clouds + stripes + ropes + basket;
};

const umbrella: Thing = ({ rng, palette, u, width, focus }, cx, cy, size, ink, light) => {
  let rain = '';
  for (let drop = 0; drop < 120; drop += 1) {
    const [x, y] = [rng.range(-0.05, 1.05) * width, focus.y + rng.range(-0.2, 1.05) * focus.height];
    rain += line(x, y, x - 9 * u, y + 46 * u, {
      stroke: light,
      'stroke-width': 2 * u,
      'stroke-opacity': rng.range(0.2, 0.6),
    });
  }
  const [r, y] = [size * 0.34, cy - size * 0.08];
  let scallops = `M${n(cx - r)} ${n(y)}A${n(r)} ${n(r * 0.92)} 0 0 1 ${n(cx + r)} ${n(y)}`;
  for (let scallop = 3; scallop >= 0; scallop -= 1)
    scallops += `Q${n(cx - r + (scallop + 0.5) * (r / 2))} ${n(y - r * 0.17)} ${n(cx - r + scallop * (r / 2))} ${n(y)}`;
  const shaft = `M${n(cx)} ${n(y - r * 1.02)}V${n(y + r * 0.9)}`;
  return (
    rain +
    path(shaft, { fill: 'none', stroke: ink, 'stroke-width': 7 * u, 'stroke-linecap': 'round' }) +
    path(`${scallops}Z`, { fill: palette.accent }) +
    path(figure('dress', cx + r * 0.06, y + r * 0.12 + size * 0.47, size * 0.47), { fill: ink })
  );
};

const lighthouse: Thing = ({ width, defs, palette, u }, cx, cy, size, ink, light) => {
  const [top, foot] = [cy - size * 0.34, cy + size * 0.42];
  let body = '';
  for (const side of [-1, 1]) {
    const beam = polygon([
      { x: cx, y: top },
      { x: cx + side * width, y: top - size * 0.24 },
      { x: cx + side * width, y: top + size * 0.2 },
    ]);
    body += path(beam, {
      fill: defs.radial(
        [
          [0, light, 0.95],
          [1, light, 0],
        ],
        { x: cx, y: top },
        size * 0.95,
      ),
    });
  }
  const at = (share: number): number => size * (0.055 + 0.055 * share);
  for (let band = 0; band < 5; band += 1) {
    const [a, b] = [band / 5, (band + 1) / 5];
    const y = (share: number): number => top + size * 0.06 + share * (foot - top - size * 0.06);
    body += path(
      polygon([
        { x: cx - at(a), y: y(a) },
        { x: cx + at(a), y: y(a) },
        { x: cx + at(b), y: y(b) },
        { x: cx - at(b), y: y(b) },
      ]),
      { fill: band % 2 === 0 ? palette.pale : palette.accent },
    );
  }
  body += rect(cx - size * 0.075, top + size * 0.045, size * 0.15, size * 0.018, { fill: ink });
  body +=
    rect(cx - size * 0.038, top - size * 0.035, size * 0.076, size * 0.08, { fill: light }) +
    path(
      polygon([
        { x: cx - size * 0.055, y: top - size * 0.035 },
        { x: cx, y: top - size * 0.1 },
        { x: cx + size * 0.055, y: top - size * 0.035 },
      ]),
      { fill: ink },
    );
  return (
    body +
    path(
      `M${n(cx - size * 0.5)} ${n(foot + 70 * u)}Q${n(cx - size * 0.2)} ${n(foot - 34 * u)} ${n(cx)} ${n(foot - 10 * u)}T${n(cx + size * 0.42)} ${n(foot + 70 * u)}Z`,
      { fill: ink },
    )
  );
};

const ladder: Thing = ({ u, rng }, cx, cy, size, ink, light) => {
  const r = size * 0.2;
  const moonY = cy - size * 0.28;
  const moon = path(
    `M${n(cx + r * 0.55)} ${n(moonY - r * 0.95)}A${n(r)} ${n(r)} 0 1 0 ${n(cx + r * 1.1)} ${n(moonY + r * 0.55)}A${n(r * 0.82)} ${n(r * 0.82)} 0 0 1 ${n(cx + r * 0.55)} ${n(moonY - r * 0.95)}Z`,
    { fill: light },
  );
  let rungs = '';
  const [half, top, foot] = [size * 0.045, moonY + r * 0.9, cy + size * 0.5];
  for (let y = top; y < foot; y += size * 0.042)
    rungs += line(cx - half, y, cx + half, y, { stroke: ink, 'stroke-width': 4 * u });
  rungs +=
    line(cx - half, top - 14 * u, cx - half, foot, { stroke: ink, 'stroke-width': 5 * u }) +
    line(cx + half, top - 14 * u, cx + half, foot, { stroke: ink, 'stroke-width': 5 * u });
  let stars = '';
  for (let star = 0; star < 40; star += 1)
    stars += circle(
      cx + rng.range(-0.85, 0.85) * size,
      cy + rng.range(-0.6, 0.3) * size,
      rng.range(1.4, 3.6) * u,
      { fill: light, 'fill-opacity': 0.85 },
    );
  return stars + moon + rungs + path(figure('coat', cx, cy + size * 0.22, size * 0.16), { fill: ink });
};

const match: Thing = ({ palette, u, defs }, cx, cy, size, ink, light) => {
  const top = cy - size * 0.1;
  const flame = (scale: number): string =>
    `M${n(cx)} ${n(top - size * 0.36 * scale)}C${n(cx + size * 0.15 * scale)} ${n(top - size * 0.16 * scale)} ${n(cx + size * 0.12 * scale)} ${n(top + size * 0.03)} ${n(cx)} ${n(top + size * 0.035)}C${n(cx - size * 0.12 * scale)} ${n(top + size * 0.03)} ${n(cx - size * 0.13 * scale)} ${n(top - size * 0.13 * scale)} ${n(cx)} ${n(top - size * 0.36 * scale)}Z`;
  return (
    circle(cx, top - size * 0.1, size * 0.55, {
      fill: defs.radial(
        [
          [0, light, 0.7],
          [0.45, palette.accent, 0.25],
          [1, palette.accent, 0],
        ],
        { x: cx, y: top - size * 0.1 },
        size * 0.55,
      ),
    }) +
    rect(cx - 12 * u, top, 24 * u, size * 0.62, { fill: mix(palette.spark, palette.deep, 0.3) }) +
    path(flame(1), { fill: palette.accent }) +
    path(flame(0.66), { fill: light }) +
    ellipse(cx, top, 24 * u, 34 * u, { fill: ink })
  );
};

const things = { door, balloon, umbrella, lighthouse, ladder, match } satisfies Record<string, Thing>;

export function thingFor({ motif, rng }: Stage): Thing {
  const picked = rng.pick(Object.values(things));
  const named: Record<string, Thing> = things;
  return (motif === undefined ? undefined : named[motif]) ?? picked;
}
