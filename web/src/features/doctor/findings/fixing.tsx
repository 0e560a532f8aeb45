import type { ConfigVersion } from '@marquee/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndoVersionMutation } from '../../../api/config-history.ts';
import { ProblemLine } from '../../../ui/problem-line.tsx';
import { Told } from '../../../ui/told.tsx';
import { FixPreview } from './fix-preview.tsx';

interface Done {
  words: string;
  /** What can be undone. */
  version?: ConfigVersion | null;
}

/** From the wish to mend something over the look at it to the way back. */
export function Fixing({ places, onClose }: { places: readonly string[] | null; onClose(): void }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<Done | null>(null);
  const [undo, undoing] = useUndoVersionMutation();
  const takeBack = async (version: ConfigVersion) => {
    setDone(null);
    const { data } = await undo({ versionId: version.id });
    if (data) setDone({ words: t('doctor.undone') });
  };
  const version = done?.version;
  return (
    <>
      {places && (
        <FixPreview
          places={places}
          onDone={({ fixed, version: made }) => {
            onClose();
            setDone({ words: t('doctor.done', { count: fixed }), version: made });
          }}
          onClose={onClose}
        />
      )}
      {undoing.error && <ProblemLine error={undoing.error} onClose={undoing.reset} />}
      {done && (
        <Told
          key={done.words}
          words={done.words}
          {...(version && { onUndo: () => void takeBack(version) })}
          onClose={() => setDone(null)}
        />
      )}
    </>
  );
}
