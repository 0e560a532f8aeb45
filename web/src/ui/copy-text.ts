/** Over plain http browsers keep the clipboard from pages; there the older way through a selection still works. */
export async function copyText(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) return clipboard.writeText(text);
  const carrier = document.createElement('pre');
  carrier.textContent = text;
  carrier.style.position = 'fixed';
  carrier.style.opacity = '0';
  document.body.append(carrier);
  const selection = document.getSelection();
  selection?.selectAllChildren(carrier);
  document.execCommand('copy');
  selection?.removeAllRanges();
  carrier.remove();
}
