/** Whose lines stand in a place that both have changed; `hand`: somebody wrote there. */
type Taken = 'folder' | 'branch' | 'both' | 'hand';
export type Offered = Exclude<Taken, 'hand'>;

/** A place that both have changed, and from where to where it is in the text. */
export interface Place {
  base: string;
  /** Null where one cannot stand beside the other. */
  options: Record<Offered, string | null>;
  start: number;
  end: number;
  /** Null until somebody has said; the lines of the branch stand there meanwhile. */
  taken: Taken | null;
}

/** What a file shall say, and its places in their order. */
export interface DecidedText {
  text: string;
  places: readonly Place[];
}

export function take(now: DecidedText, index: number, taken: Offered): DecidedText {
  const place = now.places[index];
  const wanted = place?.options[taken];
  if (!place || wanted === null || wanted === undefined) return now;
  const rest = now.text.slice(place.end);
  const put = rest === '' ? wanted : ended(wanted);
  const grown = put.length - (place.end - place.start);
  return {
    text: now.text.slice(0, place.start) + put + rest,
    places: now.places.map((one, at) => {
      if (at === index) return { ...one, end: one.start + put.length, taken };
      return at < index ? one : moved(one, grown);
    }),
  };
}

/** The text as somebody wrote it: places move with it, and what was written within one decides it. */
export function written(now: DecidedText, text: string): DecidedText {
  const old = now.text;
  if (text === old) return now;
  const first = sameAtStart(old, text);
  const last = old.length - sameAtEnd(old, text, first);
  const grown = text.length - old.length;
  const places = now.places.map((place): Place => {
    const isAll = place.start === 0 && place.end === old.length;
    if (place.end <= first && !isAll) return place;
    if (place.start >= last && !isAll) return moved(place, grown);
    const start = Math.min(place.start, first);
    const end = Math.max(place.end, last) + grown;
    return { ...place, start, end, taken: takenBy(place, text.slice(start, end)) };
  });
  return { text, places };
}

/** What was decided about the same places of another plan; what somebody wrote by hand is asked for again. */
export function carriedOver(from: DecidedText, to: DecidedText): DecidedText {
  return to.places.reduce((now, place, index) => {
    const same = from.places.find((one) => isSamePlace(one, place));
    const taken = same?.taken;
    return taken && taken !== 'hand' ? take(now, index, taken) : now;
  }, to);
}

export const lineOf = ({ text }: DecidedText, { start }: Place): number =>
  text.slice(0, start).split('\n').length;

/** One text after the other, each with the end of its last line. */
export const bothOf = (one: string, other: string): string =>
  one === '' || other === '' ? one + other : ended(one) + other;

const ended = (lines: string): string => (lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`);

const moved = (place: Place, by: number): Place => ({
  ...place,
  start: place.start + by,
  end: place.end + by,
});

const isSamePlace = (one: Place, other: Place): boolean =>
  one.base === other.base &&
  one.options.folder === other.options.folder &&
  one.options.branch === other.options.branch;

/** Going back by the editor's own undo is no writing by hand. */
function takenBy({ options, taken }: Place, text: string): Taken {
  const offered = (['branch', 'folder', 'both'] as const).filter((one) => options[one] === text);
  return offered.find((one) => one === taken) ?? offered[0] ?? 'hand';
}

function sameAtStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one[at] === other[at]) at += 1;
  return at;
}

/** Never into what is the same at the start. */
function sameAtEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let count = 0;
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count += 1;
  return count;
}
