import { createHash } from 'node:crypto';
import type { Answered, RedisClient, RedisLink } from './redis-link.ts';

/** Lua that Redis runs as one step. */
export interface Script {
  source: string;
  sha: string;
}

export const script = (source: string): Script => ({
  source,
  sha: createHash('sha1').update(source).digest('hex'),
});

/** A client, or one that answers in Buffers. */
type ScriptRunner = Pick<RedisClient, 'eval' | 'evalSha'>;

/** By its hash; an emptied or restarted Redis has forgotten the text and gets it again. */
export async function runScript(
  client: ScriptRunner,
  { source, sha }: Script,
  keys: string[],
  args: (string | Buffer)[],
): Promise<unknown> {
  try {
    return await client.evalSha(sha, { keys, arguments: args });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
    return client.eval(source, { keys, arguments: args });
  }
}

export function askScript(
  link: RedisLink,
  wanted: Script,
  keys: string[],
  args: (string | number)[],
): Promise<Answered<unknown>> {
  return link.ask((client) => runScript(client, wanted, keys, args.map(text)));
}

const text = (arg: string | number): string => String(typeof arg === 'number' ? Math.ceil(arg) : arg);

/**
 * Takes a free lock and answers its fence, or nil. The fence is the clock in microseconds, one more than the last,
 * or one more than the highest that the caller has seen, whichever is largest: so it grows also when Redis was
 * emptied and has forgotten the last one.
 */
export const takeLock = script(`
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return nil end
local time = redis.call('TIME')
local last = tonumber(redis.call('GET', KEYS[2]) or '0')
local fence = math.max(time[1] * 1000000 + time[2], last + 1, tonumber(ARGV[3]) + 1)
fence = string.format('%.0f', fence)
redis.call('SET', KEYS[2], fence)
return fence
`);

/** Only the holder may. */
export const renewLock = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`);
export const releaseLock = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`);

/**
 * Counts a use in a sorted set of the uses in the window. Answers whether it was let through, Redis's time in ms,
 * how many uses the window holds, when the use leaves that makes room, and the uses since the newest that the caller knows.
 * ARGV: limit, window, name of this use, newest time known, 1 if by the caller's own count there is room.
 */
export const countUse = script(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local limit, window = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local count = redis.call('ZCARD', KEYS[1])
local allowed = 0
if count < limit and ARGV[5] == '1' then
  redis.call('ZADD', KEYS[1], now, ARGV[3])
  redis.call('PEXPIRE', KEYS[1], window)
  count = count + 1
  allowed = 1
end
local leaving = '0'
if count >= limit then
  local place = count - math.max(limit, 1)
  leaving = redis.call('ZRANGE', KEYS[1], place, place, 'WITHSCORES')[2] or '0'
end
local news = redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[4], '+inf', 'WITHSCORES')
return { allowed, now, count, leaving, news }
`);

/** Tells an emptied Redis the uses it has forgotten. ARGV: window, then time and name of each. */
export const restoreUses = script(`
for i = 2, #ARGV, 2 do redis.call('ZADD', KEYS[1], 'NX', ARGV[i], ARGV[i + 1]) end
return redis.call('PEXPIRE', KEYS[1], ARGV[1])
`);

/** Says who is here. ARGV: member, time to live. Members whose time is up go, and so does the group with the last. */
export const announce = script(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
return redis.call('PEXPIREAT', KEYS[1], last[2])
`);

export const present = script(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf')
`);
