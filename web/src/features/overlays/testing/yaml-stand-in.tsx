/** The text pane as a plain field. */
export default function YamlEditor(props: {
  text: string;
  label: string;
  goTo: { line: number } | null;
  onType(text: string): void;
}) {
  return (
    <div data-testid="yaml">
      {props.goTo && `line ${props.goTo.line}`}
      <textarea
        aria-label={props.label}
        value={props.text}
        onChange={({ target }) => props.onType(target.value)}
      />
    </div>
  );
}
