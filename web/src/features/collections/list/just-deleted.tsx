import { VersionId } from '@marquee/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { useUndoVersionMutation } from '../../../api/config-history.ts';
import { ProblemLine } from '../../../ui/problem-line.tsx';
import { Told } from '../../../ui/told.tsx';

const Deleted = z.object({ undo: VersionId, title: z.string() });

/** What was deleted on its own page is told here, with the way back. */
export function JustDeleted() {
  const { t } = useTranslation();
  const { state, pathname, search } = useLocation();
  const navigate = useNavigate();
  const { data: deleted } = Deleted.safeParse(state);
  const [undo, { error, reset }] = useUndoVersionMutation();
  const [undone, setUndone] = useState(false);
  const forget = () => navigate(`${pathname}${search}`, { replace: true, state: null });
  const takeBack = async (versionId: string) => {
    await forget();
    const { data } = await undo({ versionId });
    setUndone(data !== undefined);
  };
  return (
    <>
      {deleted && (
        <Told
          words={t('collections.editor.deleted', { title: deleted.title })}
          onUndo={() => void takeBack(deleted.undo)}
          onClose={() => void forget()}
        />
      )}
      {undone && <Told words={t('collections.bulk.undone')} onClose={() => setUndone(false)} />}
      {error && <ProblemLine error={error} onClose={reset} />}
    </>
  );
}
