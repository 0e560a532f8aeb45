/** Addresses that all are this machine, so that tests can come from as many places as they like. */
export function* strangers(network = 1): Generator<string> {
  for (let host = 1; host < 65_000; host += 1)
    yield `127.${network}.${Math.floor(host / 250)}.${1 + (host % 250)}`;
}
