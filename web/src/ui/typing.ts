/** Single keys are letters while somebody writes, and belong to the dialog while one is open. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"], [role="menu"], [role="listbox"]'))
    return true;
  return target.matches('textarea, select, input:not([type="range"], [type="checkbox"])');
}
