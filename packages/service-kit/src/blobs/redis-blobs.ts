import type { Logger } from 'pino';
import { RESP_TYPES } from 'redis';
import { openRedisLink } from '../keys/redis-link.ts';
import { runScript, script } from '../keys/redis-scripts.ts';
import { decodeBlob, encodeBlob, infoOf, isHash, sha256 } from './blob-record.ts';
import type { Blobs } from './blobs.ts';

export interface RedisBlobsOptions {
  prefix: string;
  /** A blob lives so long after its last use. */
  ttlMs: number;
  /** Of all blobs under this prefix together; the one not used for longest makes room. */
  maxBytes: number;
  /** Blobs are large: they get longer than a key would. */
  answerWithinMs?: number;
  log?: Pick<Logger, 'info' | 'warn'>;
}

/**
 * The index is a sorted set of `name size`, by the time each expires, which is also the order of last use; the total
 * is kept beside it and counted anew when Redis has dropped it. KEYS: record, index, total.
 */
const prologue = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function stay(ttl)
  redis.call('PEXPIRE', KEYS[2], ttl)
  redis.call('PEXPIRE', KEYS[3], ttl)
end
local function size_of(member) return tonumber(string.match(member, ' (%d+)$')) end
`;

/** ARGV: name, record, time to live, most bytes in all, prefix of records. */
const keepRecord = script(`${prologue}
local total = tonumber(redis.call('GET', KEYS[3]) or '')
if not total then
  total = 0
  for _, member in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do total = total + size_of(member) end
end
local function drop(member)
  redis.call('UNLINK', ARGV[5] .. string.match(member, '^(.*) %d+$'))
  redis.call('ZREM', KEYS[2], member)
  total = total - size_of(member)
end
for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now)) do drop(member) end
local before = ARGV[1] .. ' ' .. redis.call('STRLEN', KEYS[1])
if redis.call('ZSCORE', KEYS[2], before) then drop(before) end
while total + #ARGV[2] > tonumber(ARGV[4]) do
  local oldest = redis.call('ZRANGE', KEYS[2], 0, 0)[1]
  if not oldest then break end
  drop(oldest)
end
if #ARGV[2] <= tonumber(ARGV[4]) then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1] .. ' ' .. #ARGV[2])
  total = total + #ARGV[2]
end
redis.call('SET', KEYS[3], total)
stay(ARGV[3])
return total
`);

/** ARGV: name, time to live. */
const useRecord = script(`${prologue}
local record = redis.call('GET', KEYS[1])
if not record then return nil end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('ZADD', KEYS[2], 'XX', now + ARGV[2], ARGV[1] .. ' ' .. #record)
stay(ARGV[2])
return record
`);

/**
 * Blobs in Redis, for several machines. They expire and may be pushed out; without Redis nothing is kept and
 * everything counts as absent, so callers make their blobs anew and never see an error.
 */
export function redisBlobs(url: string, options: RedisBlobsOptions): Blobs {
  const { prefix, maxBytes, answerWithinMs = 2_000, log } = options;
  const ttlMs = Math.max(1, Math.ceil(options.ttlMs));
  const link = openRedisLink(url, { answerWithinMs, ...(log && { log }) });
  const recordPrefix = `${prefix}blob:`;
  const keysOf = (name: string) => [recordPrefix + name, `${prefix}blob-index`, `${prefix}blob-total`];

  async function keep(name: string, record: Buffer): Promise<void> {
    // Sent all the same it would only be thrown away there.
    if (record.length > maxBytes) return;
    await link.ask((client) =>
      runScript(client, keepRecord, keysOf(name), [name, record, `${ttlMs}`, `${maxBytes}`, recordPrefix]),
    );
  }

  async function use(name: string): Promise<Buffer | undefined> {
    const reply = await link.ask((client) =>
      runScript(client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer }), useRecord, keysOf(name), [
        name,
        `${ttlMs}`,
      ]),
    );
    return reply.answered && Buffer.isBuffer(reply.value) ? reply.value : undefined;
  }

  async function forget(name: string): Promise<void> {
    await link.ask((client) => client.unlink(recordPrefix + name));
  }

  const put: Blobs['put'] = async (bytes, contentType) => {
    const info = infoOf(bytes, contentType);
    await keep(info.hash, encodeBlob(bytes, contentType));
    return info;
  };

  const get: Blobs['get'] = async (hash) => {
    const record = isHash(hash) ? await use(hash) : undefined;
    if (record === undefined) return undefined;
    const blob = decodeBlob(hash, record);
    if (blob === undefined) await forget(hash);
    return blob;
  };

  const pointerOf = (name: string) => `name:${sha256(name)}`;

  return {
    put,
    get,
    async putNamed(name, bytes, contentType) {
      const info = await put(bytes, contentType);
      await keep(pointerOf(name), Buffer.from(info.hash));
      return info;
    },
    async getNamed(name) {
      const pointer = await use(pointerOf(name));
      if (pointer === undefined) return undefined;
      const blob = await get(pointer.toString());
      if (blob === undefined) await forget(pointerOf(name));
      return blob;
    },
    check: () => link.check('blobs'),
    close: () => link.close(),
  };
}
