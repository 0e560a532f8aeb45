const ODD = Symbol('something that JSON treats in its own way');

/**
 * What would arrive if the value went over a wire as JSON, several times faster than writing and reading text.
 * Sender and receiver so never share an object, and a payload that only works in one process is found out.
 */
export function jsonCopy(value: unknown): unknown {
  const copy = copyPlain(value);
  return copy === ODD ? JSON.parse(JSON.stringify(value)) : copy;
}

function copyPlain(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      // JSON has no negative zero, and adding zero removes it.
      return Number.isFinite(value) ? value + 0 : null;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value) ? copyArray(value) : copyObject(value);
    default:
      return ODD;
  }
}

function copyArray(list: readonly unknown[]): unknown {
  const copy: unknown[] = [];
  for (const item of list) {
    const copied = copyPlain(item);
    if (copied === ODD) return ODD;
    copy.push(copied);
  }
  return copy;
}

function copyObject(object: object): unknown {
  if (Object.getPrototypeOf(object) !== Object.prototype) return ODD;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(object)) {
    if (item === undefined) continue;
    const copied = copyPlain(item);
    if (copied === ODD || key === '__proto__') return ODD;
    copy[key] = copied;
  }
  return copy;
}
