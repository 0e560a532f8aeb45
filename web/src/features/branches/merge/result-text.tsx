import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
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
  useEffect(() => {
    if (!desk.has(fileId)) {
      const kind = /\.ya?ml$/i.test(path) ? 'yaml' : 'text';
      desk.put({ id: fileId, path, kind }, now.current.text);
    }
    desk.show(fileId);
    return desk.watch(fileId, () => now.current.onWrite(desk.read(fileId).text));
  }, [desk, fileId, path]);
  useEffect(() => {
    if (desk.read(fileId).text !== text) desk.replace(fileId, text, false);
  }, [desk, fileId, text]);
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
