// Whatever is indented, such as a line inside a text, is no key of the file itself.
const OVERLAYS_KEY = /^\uFEFF?(overlays|"overlays"|'overlays')[ \t]*:/m;

/** Whether a YAML text has the top-level key that makes it an overlay file; also of a text that is not valid YAML. */
export function isOverlayText(text: string): boolean {
  return OVERLAYS_KEY.test(text);
}
