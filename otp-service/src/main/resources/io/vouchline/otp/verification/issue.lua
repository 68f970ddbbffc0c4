-- Issues a code: voids the number's earlier one, records the new one, queues its message. All or nothing.
-- KEYS number, verification, secret, idempotency, delivery stream, outcome stream, earlier verification, earlier secret
-- ARGV reference, earlier reference, mac, key id, sealed message, channel, life ms, most attempts, idempotency ms,
--      retention ms, tenant, client, number hash, prefix, revealed, clock offset ms, deadline ms (of Redis's own clock)
-- Answers {"ISSUED" or "AGAIN", reference, end of life ms}, {"MOVED", the reference that is current} or {"LATE"}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[16])

-- Nobody waits for the answer any more: whoever asked may have asked again.
if now >= tonumber(ARGV[17]) then
  return {'LATE'}
end

local current = redis.call('HGET', KEYS[1], 'current') or ''
if current ~= ARGV[2] then
  return {'MOVED', current}
end

-- An equal request was answered: the same answer is right while that code is still the one to use.
local known = redis.call('HMGET', KEYS[4], 'reference', 'expires')
if known[1] and known[1] == current then
  local v = redis.call('HMGET', KEYS[7], 'state', 'delivery')
  if v[1] == 'PENDING' and v[2] ~= 'FAILED' then
    return {'AGAIN', known[1], known[2]}
  end
end

if current ~= '' then
  redis.call('DEL', KEYS[8])
  if redis.call('HGET', KEYS[7], 'state') == 'PENDING' then
    redis.call('HSET', KEYS[7], 'state', 'VOID')
  end
end

local life = tonumber(ARGV[7])
local retention = tonumber(ARGV[10])
local expires = string.format('%.0f', now + life)
redis.call('HSET', KEYS[1], 'current', ARGV[1])
redis.call('PEXPIRE', KEYS[1], retention)
redis.call('HSET', KEYS[2], 'state', 'PENDING', 'delivery', 'QUEUED', 'channel', ARGV[6], 'attempts', 0,
  'most', ARGV[8], 'expires', expires, 'tenant', ARGV[11], 'client', ARGV[12], 'number', ARGV[13],
  'prefix', ARGV[14], 'revealed', ARGV[15])
redis.call('PEXPIRE', KEYS[2], life + 86400000)
redis.call('HSET', KEYS[3], 'mac', ARGV[3], 'key', ARGV[4], 'sealed', ARGV[5])
redis.call('PEXPIRE', KEYS[3], life)
redis.call('HSET', KEYS[4], 'reference', ARGV[1], 'expires', expires)
redis.call('PEXPIRE', KEYS[4], tonumber(ARGV[9]))
redis.call('XADD', KEYS[5], 'MAXLEN', '~', 100000, '*', 'reference', ARGV[1])
redis.call('XADD', KEYS[6], 'MAXLEN', '~', 100000, '*', 'event', 'issued', 'reference', ARGV[1],
  'tenant', ARGV[11], 'client', ARGV[12], 'number', ARGV[13], 'prefix', ARGV[14], 'revealed', ARGV[15])
redis.call('PEXPIRE', KEYS[5], retention)
redis.call('PEXPIRE', KEYS[6], retention)
return {'ISSUED', ARGV[1], expires}
