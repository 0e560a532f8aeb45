// Asks this container's service whether it lives, and nothing more: a Plex or a broker that is off is no reason to restart it.
const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT}/livez`, {
  signal: AbortSignal.timeout(4000),
});
process.exit(ok ? 0 : 1);
