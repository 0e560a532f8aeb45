import { CollectionLevel, type Library } from '@marquee/contracts';
import { useMemo, useState } from 'react';
import { useLibrariesQuery } from '../../../api/libraries.ts';
import type { LibraryKind } from '../conditions/condition-model.ts';
import type { Values } from '../model/json.ts';

const isVideoOrMusic = ({ kind }: Library): boolean => kind !== 'photo';

/** Where the collection runs: the libraries that list its file, and what kind of thing its items are. */
export function useGround(listed: readonly string[], values: Values) {
  const { data } = useLibrariesQuery();
  const [chosen, setChosen] = useState<string | null>(null);
  const own = useMemo(
    () => data?.filter((library) => isVideoOrMusic(library) && listed.includes(library.title)) ?? [],
    [data, listed],
  );
  // A file that no library lists yet may become one of any.
  const libraries = useMemo(() => (own.length > 0 ? own : (data?.filter(isVideoOrMusic) ?? [])), [own, data]);
  const library = libraries.find(({ id }) => id === chosen) ?? libraries[0] ?? null;
  const kinds = new Set(own.map(({ kind }) => kind));
  const kind = kinds.size === 1 ? kindOf(own[0]) : null;
  const level = levelOf(values, library);
  return { libraries, library, kind, level, choose: setChosen };
}

function kindOf(library: Library | undefined): LibraryKind | null {
  return library && library.kind !== 'photo' ? library.kind : null;
}

function levelOf(values: Values, library: Library | null): CollectionLevel | null {
  const written = CollectionLevel.safeParse(values.builder_level);
  return written.data ?? kindOf(library ?? undefined);
}
