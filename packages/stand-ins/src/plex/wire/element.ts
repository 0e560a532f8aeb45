/** One node of an answer; the same tree is written as XML or as JSON. */
export interface Element {
  tag: string;
  attributes: Attributes;
  children: Element[];
}

export type Attributes = Record<string, string | number | boolean | undefined>;

export const element = (tag: string, attributes: Attributes = {}, children: Element[] = []): Element => ({
  tag,
  attributes,
  children,
});

export const container = (attributes: Attributes, children: Element[]): Element =>
  element('MediaContainer', { size: children.length, ...attributes }, children);
