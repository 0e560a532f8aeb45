import { randomBytes, randomInt } from 'node:crypto';
import type { Pin } from './model.ts';

export interface PinBook {
  start(asked: { clientIdentifier: string; product: string; strong: boolean }): Pin;
  /** Nothing when it is unknown, too old, or another device's. */
  read(id: number, clientIdentifier: string): Pin | undefined;
  /** By its number or by the code that stands in the address. */
  find(codeOrId: string | number): Pin | undefined;
}

const lifeSeconds = { strong: 1800, weak: 900 };

// Short enough to be typed on a television.
const typedCode = (): string =>
  Array.from({ length: 4 }, () => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[randomInt(32)]).join('');

export const createPinBook = (now: () => number): PinBook => {
  const pins = new Map<number, Pin>();
  const living = (pin: Pin | undefined): Pin | undefined => (pin && pin.expiresAt > now() ? pin : undefined);
  return {
    start: ({ clientIdentifier, product, strong }) => {
      const createdAt = now();
      const pin: Pin = {
        id: randomInt(1_000_000_000, 2_000_000_000),
        code: strong ? randomBytes(16).toString('hex').slice(0, 25) : typedCode(),
        product,
        clientIdentifier,
        createdAt,
        expiresAt: createdAt + lifeSeconds[strong ? 'strong' : 'weak'],
      };
      pins.set(pin.id, pin);
      return pin;
    },
    read: (id, clientIdentifier) => {
      const pin = living(pins.get(id));
      return pin?.clientIdentifier === clientIdentifier ? pin : undefined;
    },
    find: (codeOrId) =>
      living(
        typeof codeOrId === 'number'
          ? pins.get(codeOrId)
          : [...pins.values()].find(({ code }) => code === codeOrId),
      ),
  };
};
