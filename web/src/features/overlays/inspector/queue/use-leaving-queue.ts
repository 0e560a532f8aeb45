import { useEditorContext } from '../../editor/use-editor.ts';
import { leavingQueue, slotOf } from '../../model/queues.ts';
import type { SectionProps } from '../section.ts';

/** What the selected definition says to leave its queue: it stays where it is seen. */
export function useLeavingQueue({ definition, account }: SectionProps) {
  const { queues } = useEditorContext();
  return () => {
    const fate = account?.overlays.find(({ key }) => key === definition.key)?.outcome;
    const taken = fate?.fate === 'drawn' ? fate.slot : null;
    return leavingQueue(definition, slotOf(definition, queues, taken));
  };
}
