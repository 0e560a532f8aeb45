import type { ConfigDoctor, DoctorKind, DoctorPlace } from '@marquee/contracts';
import { DOCTOR_GROUPS, groupOf, scoreOf, titleOf } from '@marquee/kometa';
import type { ConfigFolder } from '../files/config-folder.ts';
import { fileIdOf } from '../files/file-id.ts';
import type { LookThrough } from '../problems/look-through.ts';
import { whenChanged } from '../problems/read-texts.ts';
import type { Examined } from './examine-texts.ts';

/** Of one kind; more are counted. */
const MOST_PLACES = 500;
const WEIGHTS = { error: 0, warning: 1, info: 2 } as const;

/** The health of the whole folder, looked at again when a file has changed. */
export function createDoctor({
  folder,
  lookThrough,
  clock,
}: {
  folder: ConfigFolder;
  lookThrough: LookThrough;
  clock: () => Date;
}): () => Promise<ConfigDoctor> {
  return whenChanged({ folder, clock }, async ({ at, texts, names, now, tooLarge }) => {
    const { answer: found } = await lookThrough({ kind: 'examine', texts, names, now });
    const hasConfig = texts.has('config.yml');
    return {
      checkedAt: at.toISOString(),
      files: texts.size + tooLarge.length,
      hasConfig,
      score: hasConfig ? scoreOf(found.map((one) => ({ ...one, group: groupOf(one) }))) : null,
      kinds: kindsOf(found),
    };
  });
}

/** Findings by what they are, the worst first. */
function kindsOf(found: readonly Examined[]): DoctorKind[] {
  const kinds = new Map<string, Examined[]>();
  for (const one of found) {
    const key = `${groupOf(one)} ${one.code}`;
    const alike = kinds.get(key) ?? [];
    alike.push(one);
    kinds.set(key, alike);
  }
  return [...kinds.values()].flatMap(kindOf).sort(worseFirst);
}

function kindOf(found: readonly Examined[]): DoctorKind[] {
  const sorted = found.toSorted((one, other) => WEIGHTS[one.severity] - WEIGHTS[other.severity]);
  const [worst] = sorted;
  if (worst === undefined) return [];
  const { code, severity } = worst;
  return [
    {
      ...{ group: groupOf(worst), code, title: titleOf(code), severity },
      places: sorted.slice(0, MOST_PLACES).map(placeView),
      more: Math.max(0, sorted.length - MOST_PLACES),
    },
  ];
}

function placeView({ code: _, fix, ...place }: Examined): DoctorPlace {
  return { ...place, fileId: fileIdOf(place.file), fix: fix?.title ?? null };
}

function worseFirst(one: DoctorKind, other: DoctorKind): number {
  return (
    DOCTOR_GROUPS.indexOf(one.group) - DOCTOR_GROUPS.indexOf(other.group) ||
    WEIGHTS[one.severity] - WEIGHTS[other.severity] ||
    other.places.length - one.places.length
  );
}
