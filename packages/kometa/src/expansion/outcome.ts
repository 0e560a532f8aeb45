/** Kometa gives the definition up, for what its templates say. */
export class TemplateFault extends Error {}
/** What Kometa makes of it is not known here; nothing is guessed. */
export class NotKnown extends Error {}
/** A scalar, and with it what holds it, falls out of what a template writes. */
export class LeftOut extends Error {}
