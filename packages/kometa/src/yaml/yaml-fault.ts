import { ANY_FILE, readYaml } from './yaml-tree.ts';

/** What keeps Kometa from reading a text; null where nothing does. */
export function yamlFault(text: string): { message: string; line: number } | null {
  const tree = readYaml(text, ANY_FILE);
  const [fault] = tree.faults;
  return fault ? { message: fault.message, line: tree.lines.place(fault.span).line } : null;
}
