import { layersIn, type Relation } from './relations.ts';

/** Where a row stands in the list, in pixels. */
export interface RowPlace {
  top: number;
  height: number;
}

/** Which way down each relation has: of those beside each other no two share one. */
export interface Lanes {
  of: ReadonlyMap<string, number>;
  count: number;
}

/** One way from layer to layer. */
export interface RelationLine {
  id: string;
  /** The layers that it speaks of: of a suppression these two, of a group all. */
  between: readonly string[];
  path: string;
  dot: Point | null;
  arrow: Point | null;
}
interface Point {
  x: number;
  y: number;
}

const LANE = 7;
/** Beyond this lanes move closer together, for the names need the room. */
const WIDEST = 52;
/** From the innermost lane to the rows. */
const STUB = 12;
const EDGE = 3;
const BEND = 4;
const ARROW = 4;
/** From the top of a row to the middle of its name. */
const NAME = 19;
const PORT = 6;
const MARGIN = 7;

/** Short ways stand near the rows, long ones outside: so they cross least. */
export function lanesOf(relations: readonly Relation[], order: readonly string[]): Lanes {
  const at = new Map(order.map((mapping, index) => [mapping, index]));
  const ways = relations
    .map((relation) => {
      const rows = layersIn(relation).map((mapping) => at.get(mapping) ?? 0);
      return { id: relation.id, first: Math.min(...rows), last: Math.max(...rows) };
    })
    .sort((one, other) => one.last - one.first - (other.last - other.first) || one.first - other.first);
  const lanes: { first: number; last: number }[][] = [];
  const of = new Map<string, number>();
  for (const { id, first, last } of ways) {
    const free = lanes.findIndex((taken) => taken.every((way) => last < way.first || way.last < first));
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), { first, last }];
    of.set(id, lane);
  }
  return { of, count: lanes.length };
}

/** How much room the lanes take beside the rows. */
export function gutterOf({ count }: Lanes): number {
  return count === 0 ? 0 : Math.round(STUB + EDGE + (count - 1) * spacing(count));
}

const spacing = (count: number) => (count < 2 ? LANE : Math.min(LANE, (WIDEST - STUB - EDGE) / (count - 1)));

/** The lines of all relations. Every end has a height of its own on its row, so that no two lie on each other. */
export function relationLines(
  relations: readonly Relation[],
  lanes: Lanes,
  rows: ReadonlyMap<string, RowPlace>,
): RelationLine[] {
  const right = gutterOf(lanes);
  const ports = portsOf(relations, lanes, rows);
  return relations.flatMap((relation): RelationLine[] => {
    const { id } = relation;
    const x = Math.round(right - STUB - (lanes.of.get(id) ?? 0) * spacing(lanes.count));
    const port = (mapping: string) => ports.get(mapping)?.get(id) ?? 0;
    if (relation.kind === 'group') {
      const ys = relation.members.map(port);
      return [{ id, between: relation.members, path: bracket(x, right, ys), dot: null, arrow: null }];
    }
    const from = port(relation.from);
    return relation.to.map((mapping) => {
      const to = port(mapping);
      return {
        id: `${id} > ${mapping}`,
        between: [relation.from, mapping],
        path: elbow({ x, right, from, to }),
        dot: { x: right, y: from },
        arrow: { x: right, y: to },
      };
    });
  });
}

/** A point of an arrow head, and the two behind it. */
export function arrowHead({ x, y }: Point): string {
  return `M${x} ${y}l${-ARROW} ${-ARROW + 1}v${2 * (ARROW - 1)}z`;
}

function elbow({ x, right, from, to }: { x: number; right: number; from: number; to: number }): string {
  const way = Math.sign(to - from);
  const bend = Math.min(BEND, Math.abs(to - from) / 2);
  return [
    `M${right} ${from}H${x + bend}`,
    `Q${x} ${from} ${x} ${from + way * bend}`,
    `V${to - way * bend}`,
    `Q${x} ${to} ${x + bend} ${to}`,
    `H${right - ARROW}`,
  ].join('');
}

function bracket(x: number, right: number, ys: readonly number[]): string {
  const [first, last] = [Math.min(...ys), Math.max(...ys)];
  const between = ys.filter((y) => y !== first && y !== last);
  return `M${right} ${first}H${x}V${last}H${right}${between.map((y) => `M${x} ${y}H${right}`).join('')}`;
}

type Way = 'up' | 'both' | 'down';

/** For each row the heights at which its relations end there. */
function portsOf(
  relations: readonly Relation[],
  lanes: Lanes,
  rows: ReadonlyMap<string, RowPlace>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const ends = new Map<string, { id: string; lane: number; way: Way }[]>();
  const top = (mapping: string) => rows.get(mapping)?.top ?? 0;
  for (const relation of relations) {
    const lane = lanes.of.get(relation.id) ?? 0;
    const all = layersIn(relation);
    for (const mapping of all) {
      // A suppressed layer is led to from its suppressor alone.
      const others = relation.kind === 'suppresses' && mapping !== relation.from ? [relation.from] : all;
      const up = others.some((other) => top(other) < top(mapping));
      const down = others.some((other) => top(other) > top(mapping));
      const way = up && down ? 'both' : up ? 'up' : 'down';
      ends.set(mapping, [...(ends.get(mapping) ?? []), { id: relation.id, lane, way }]);
    }
  }
  return new Map(
    [...ends].map(([mapping, here]) => {
      const row = rows.get(mapping) ?? { top: 0, height: 0 };
      // Seen from outside each stub passes beneath the lanes that go up further in, and above those that go down.
      const sorted = here.toSorted((one, other) => rank(one) - rank(other));
      const room = Math.max(0, row.height - 2 * MARGIN);
      const step = sorted.length < 2 ? 0 : Math.min(PORT, room / (sorted.length - 1));
      const first = Math.max(MARGIN, NAME - ((sorted.length - 1) * step) / 2);
      const start =
        row.top + Math.min(first, Math.max(MARGIN, row.height - MARGIN - step * (sorted.length - 1)));
      return [mapping, new Map(sorted.map(({ id }, index) => [id, Math.round(start + index * step)]))];
    }),
  );
}

const FAR = 1000;
function rank({ lane, way }: { lane: number; way: Way }): number {
  return { up: lane, both: FAR, down: 2 * FAR + FAR - lane }[way];
}
