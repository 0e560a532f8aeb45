import { z } from 'zod';

const known = new WeakMap<z.ZodType, z.ZodType>();

/** The same schema, refusing unknown fields at every depth where the contract does not say otherwise. */
export function strictly(schema: z.ZodType): z.ZodType {
  const before = known.get(schema);
  if (before) return before;
  const strict = makeStrict(schema);
  known.set(schema, strict);
  return strict;
}

function makeStrict(schema: z.ZodType): z.ZodType {
  // Lazily, because a recursive schema has no end.
  if (schema instanceof z.ZodLazy) return z.lazy(() => inner(schema.def.getter()));
  if (schema instanceof z.ZodPipe) return schema.clone({ ...schema.def, in: inner(schema.def.in) });
  if (schema instanceof z.ZodObject) {
    const shape = Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [name, inner(field)]),
    );
    // A catchall that the contract names (loose objects, records of extras) stays as it is.
    const catchall = schema.def.catchall ?? z.never();
    return schema.clone({ ...schema.def, shape, catchall });
  }
  if (schema instanceof z.ZodArray) return schema.clone({ ...schema.def, element: inner(schema.element) });
  if (schema instanceof z.ZodRecord)
    return schema.clone({ ...schema.def, valueType: inner(schema.valueType) });
  if (schema instanceof z.ZodTuple) {
    return schema.clone({ ...schema.def, items: schema.def.items.map(inner) });
  }
  if (schema instanceof z.ZodUnion) {
    return schema.clone({ ...schema.def, options: schema.options.map(inner) });
  }
  if (schema instanceof z.ZodOptional)
    return schema.clone({ ...schema.def, innerType: inner(schema.def.innerType) });
  if (schema instanceof z.ZodNullable)
    return schema.clone({ ...schema.def, innerType: inner(schema.def.innerType) });
  if (schema instanceof z.ZodDefault)
    return schema.clone({ ...schema.def, innerType: inner(schema.def.innerType) });
  if (schema instanceof z.ZodPrefault)
    return schema.clone({ ...schema.def, innerType: inner(schema.def.innerType) });
  if (schema instanceof z.ZodNonOptional)
    return schema.clone({ ...schema.def, innerType: inner(schema.def.innerType) });
  if (schema instanceof z.ZodReadonly)
    return schema.clone({ ...schema.def, innerType: inner(schema.def.innerType) });
  return schema;
}

function inner(schema: z.core.$ZodType): z.ZodType {
  if (!(schema instanceof z.ZodType)) throw new Error('A route schema is not a classic zod schema');
  return strictly(schema);
}
