import type { DefinitionFile } from '@marquee/contracts';
import Typography from '@mui/material/Typography';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCollectionsQuery, useCreateCollectionMutation } from '../../../api/collections.ts';
import { useLibrariesQuery } from '../../../api/libraries.ts';
import { LeaveGuard } from '../../../ui/leave-guard.tsx';
import { ProblemLine } from '../../../ui/problem-line.tsx';
import { firstValue } from '../catalogue/first-value.ts';
import type { LibraryKind } from '../conditions/condition-model.ts';
import { EditorFrame } from '../editor/editor-frame.tsx';
import { useDraft } from '../editor/use-draft.ts';
import { useGround } from '../editor/use-ground.ts';
import { useSaveKey } from '../editor/use-save-key.ts';
import { NewBar } from './new-bar.tsx';
import { type Place, placeTrouble, usualPlace } from './place.ts';
import { PlaceFields } from './place-fields.tsx';

const noFiles: readonly DefinitionFile[] = [];

/** A collection that is still to be written: what it says, and into which file. */
export function NewCollection({ builder, kind }: { builder: string; kind: LibraryKind | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft(
    { name: '', values: { [builder]: firstValue(builder) }, lines: null, typed: null },
    true,
  );
  const { data } = useCollectionsQuery();
  const { data: libraries } = useLibrariesQuery();
  const files = data?.files ?? noFiles;
  const [chosen, setChosen] = useState<Place | null>(null);
  const place = chosen ?? usualPlace(files, libraries ?? [], kind);
  const listed = useMemo(() => listedBy(place, files), [place, files]);
  const ground = useGround(listed, draft.draft.values);
  const [create, creating] = useCreateCollectionMutation();
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const name = draft.draft.name.trim();
  const taken =
    place.kind === 'file' &&
    data?.collections.some(
      (one) => one.fileId === place.fileId && one.name === name && one.section === 'collections',
    );
  const nameTrouble =
    name === '' ? t('collections.editor.nameTrouble') : taken ? t('collections.editor.nameTaken') : undefined;
  const trouble = placeTrouble(place, files);
  const save = async () => {
    setTried(true);
    if (nameTrouble !== undefined || trouble !== null) return;
    const { data: collection } = await create({
      body: {
        name,
        section: 'collections',
        values: draft.draft.values,
        ...(place.kind === 'file'
          ? { fileId: place.fileId }
          : { newFile: place.path.trim(), ...(place.library !== '' && { library: place.library }) }),
      },
    });
    if (collection) setMade(collection.id);
  };
  useSaveKey(data !== undefined && !creating.isLoading, () => void save());
  useEffect(() => {
    if (made !== null) void navigate(`/collections/${made}`, { replace: true });
  }, [made, navigate]);
  return (
    <>
      <EditorFrame
        section="collections"
        draft={draft}
        ground={ground}
        present={null}
        fileId={place.kind === 'file' ? place.fileId : null}
        head={
          <>
            <Typography variant="h1">{t('collections.new')}</Typography>
            <PlaceFields
              name={draft.draft.name}
              nameTrouble={tried || taken ? nameTrouble : undefined}
              onName={draft.setName}
              place={place}
              placeTrouble={tried && trouble !== null ? t(`collections.editor.${trouble}`) : undefined}
              files={files}
              libraries={libraries ?? []}
              onPlace={setChosen}
            />
          </>
        }
      />
      <NewBar
        // Which file it goes into is not known before.
        ready={data !== undefined && libraries !== undefined}
        saving={creating.isLoading}
        onSave={() => void save()}
      />
      {creating.error && <ProblemLine error={creating.error} onClose={creating.reset} />}
      <LeaveGuard unsaved={made === null && (name !== '' || draft.draft !== draft.base)} />
    </>
  );
}

function listedBy(place: Place, files: readonly DefinitionFile[]): readonly string[] {
  if (place.kind === 'new') return place.library === '' ? [] : [place.library];
  return files.find(({ fileId }) => fileId === place.fileId)?.libraries ?? [];
}
