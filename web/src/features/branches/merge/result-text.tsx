import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import type { Desk } from '../../files/editor/desk.ts';
import { TextPane } from '../../files/editor/text-pane.tsx';

/** A text that is decided elsewhere and written in here. */
export function ResultText(props: {
  desk: Desk;
  fileId: string;
  path: string;
  text: string;
  label: string;
  onWrite(text: string): void;
}) {
  const { desk, fileId, path, text, label } = props;
  const now = useRef(props);
  now.current = props;
  const [laid, setLaid] = useState(desk.has(fileId));
  useEffect(() => {
    const kind = /\.ya?ml$/i.test(path) ? 'yaml' : 'text';
    if (laid) return;
    // A desk that was cleared away meanwhile has nothing of it.
    void desk.put({ id: fileId, path, kind }, now.current.text).then(() => setLaid(desk.has(fileId)));
  }, [desk, fileId, path, laid]);
  useEffect(() => {
    if (!laid) return;
    desk.show(fileId);
    return desk.watch(fileId, () => now.current.onWrite(desk.read(fileId).text));
  }, [desk, fileId, laid]);
  useEffect(() => {
    if (laid && desk.read(fileId).text !== text) desk.replace(fileId, text, false);
  }, [desk, fileId, text, laid]);
  return (
    <Box
      sx={{
        position: 'relative',
        height: 'clamp(220px, 46vh, 560px)',
        border: 1,
        borderColor: 'line',
        borderRadius: 1,
        overflow: 'hidden',
      }}
    >
      <TextPane desk={desk} label={label} />
    </Box>
  );
}
