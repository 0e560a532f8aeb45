export interface XmlNode {
  tag: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const plainText = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_all, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (entities[name] ?? `&${name};`),
  );

/** Reads XML of elements and attributes and refuses whatever is not well-formed: a judge of its own for the writer. */
export const readXml = (text: string): XmlNode => {
  const token = /<\?xml[^>]*\?>|<(\/?)([A-Za-z]\w*)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|\s+/gy;
  const top: XmlNode = { tag: '', attributes: {}, children: [] };
  const open = [top];
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (!found) throw new Error(`Not XML at ${at}: ${text.slice(at, at + 40)}`);
    const [, closing, tag, attributes = '', selfClosing] = found;
    if (tag === undefined) continue;
    if (closing) {
      if (open.pop()?.tag !== tag) throw new Error(`</${tag}> closes nothing`);
      continue;
    }
    const node: XmlNode = { tag, attributes: {}, children: [] };
    for (const [, name = '', value = ''] of attributes.matchAll(/([\w:]+)="([^"]*)"/g))
      node.attributes[name] = plainText(value);
    open.at(-1)?.children.push(node);
    if (!selfClosing) open.push(node);
  }
  const [root] = top.children;
  if (open.length !== 1 || !root || top.children.length !== 1) throw new Error('Elements are left open');
  return root;
};
