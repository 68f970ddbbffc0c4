-- What the scripts of the lists share: it is sent before the script itself.
-- KEYS of all of them: 1 state (version, floor, epoch), 2 entries by id, 3 ids by the version of their last change,
-- 4 removed ids by the time of their removal, 5 ids by the time of their end, 6 "owner LF id" in their order
-- An entry is kept as "since LF owner LF ..."; owners have no control characters.
local STATE, ENTRIES, CHANGES, REMOVED, ENDING, ORDER = unpack(KEYS)

-- How many of each kind one write clears away.
local SWEPT = 100

-- How long a removal is told to replicas that were away, in ms.
local TOLD = 86400000

local function changed(id)
  redis.call('ZADD', CHANGES, text(redis.call('HINCRBY', STATE, 'version', 1)), id)
end

local function has_ended(id, now)
  local time = redis.call('ZSCORE', ENDING, id)
  return time and tonumber(time) <= now
end

-- Removes an entry and leaves a trace of it for the replicas.
local function drop(id, now)
  local value = redis.call('HGET', ENTRIES, id)
  if not value then
    return false
  end
  redis.call('HDEL', ENTRIES, id)
  redis.call('ZREM', ENDING, id)
  redis.call('ZREM', ORDER, string.match(value, '^%d+\n([^\n]*)\n') .. '\n' .. id)
  redis.call('ZADD', REMOVED, text(now), id)
  changed(id)
  return true
end

-- Removes some of what has ended, and some traces that are old. Who knows less than the floor begins anew.
local function sweep(now)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', ENDING, '-inf', text(now), 'LIMIT', 0, SWEPT)) do
    drop(id, now)
  end
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', REMOVED, '-inf', text(now - TOLD), 'LIMIT', 0, SWEPT)) do
    local version = tonumber(redis.call('ZSCORE', CHANGES, id))
    if version > tonumber(redis.call('HGET', STATE, 'floor') or '0') then
      redis.call('HSET', STATE, 'floor', text(version))
    end
    redis.call('ZREM', CHANGES, id)
    redis.call('ZREM', REMOVED, id)
  end
end

