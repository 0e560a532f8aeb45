import type { Element } from './element.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

// XML 1.0 has no way to write these, so a title holding one would make the whole answer unreadable.
const control = /[\p{Cc}\ufffe\uffff]/gu;
const writable = '\n\r\t';
const loneSurrogate = /\p{Surrogate}/gu;

const escapeText = (text: string): string =>
  text
    .replace(control, (found) => (writable.includes(found) ? found : ''))
    .replace(loneSurrogate, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, (found) => escapes[found] ?? found);

const writeAttribute = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? '1' : '0') : escapeText(String(value));

const writeElement = (node: Element): string => {
  const attributes = Object.entries(node.attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${writeAttribute(value)}"`]))
    .join('');
  if (node.children.length === 0) return `<${node.tag}${attributes}/>`;
  return `<${node.tag}${attributes}>${node.children.map(writeElement).join('')}</${node.tag}>`;
};

export const toXml = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root)}\n`;
