-- Issues a code: voids the number's earlier one, records the new one, queues its message. All or nothing.
-- KEYS number, verification, secret, idempotency, delivery stream, outcome stream, earlier verification, earlier secret
-- ARGV 1 reference, 2 earlier reference, 3 clock offset ms, 4 deadline ms (of this clock), 5 kind, 6 channel, 7 mac,
--      8 key id, 9 sealed message, 10 life ms, 11 most attempts, 12 idempotency ms, 13 retention ms, 14 tenant, 15 client,
--      16 number hash, 17 country, 18 prefix, 19 revealed, 20 supplied, 21 only if verified before,
--      22 sends at once, 23 their period ms, 24 and 25 the same for the day
-- Answers {"ISSUED" or "AGAIN", reference, end of life ms}, {"MOVED", the reference that is current}, {"LATE"},
--         {"WAIT", ms} or {"NEVER"}
local now = clock(ARGV[3])
local retention = tonumber(ARGV[13])

-- Nobody waits for the answer any more: whoever asked may have asked again.
if now >= tonumber(ARGV[4]) then
  return {'LATE'}
end

local number = redis.call('HMGET', KEYS[1], 'current', 'verified', 'sends', 'sends_day')
local current = number[1] or ''
if current ~= ARGV[2] then
  return {'MOVED', current}
end

-- An equal request was answered: the same answer is right while that code is still the one to use.
local known = redis.call('HMGET', KEYS[4], 'reference', 'expires')
if known[1] and known[1] == current then
  local v = redis.call('HMGET', KEYS[7], 'state', 'messages')
  if v[1] == 'PENDING' and redis.call('HGET', KEYS[7], 'delivery:' .. v[2]) ~= 'FAILED' then
    return {'AGAIN', known[1], known[2]}
  end
end

local lock = locked(KEYS[1], now)
if lock > 0 then
  return {'WAIT', text(lock)}
end
if ARGV[21] == 'true' and not (number[2] and tonumber(number[2]) + retention > now) then
  return {'NEVER'}
end
local wait, sends = gcra(number[3], now, ARGV[22], ARGV[23])
local wait_day, sends_day = gcra(number[4], now, ARGV[24], ARGV[25])
if wait > 0 or wait_day > 0 then
  return {'WAIT', text(math.max(wait, wait_day))}
end

if current ~= '' then
  redis.call('DEL', KEYS[8])
  if redis.call('HGET', KEYS[7], 'state') == 'PENDING' then
    redis.call('HSET', KEYS[7], 'state', 'VOID')
    tell(KEYS[6], KEYS[7], current, 'voided', now, retention)
  end
end

local life = tonumber(ARGV[10])
local expires = text(now + life)
redis.call('HSET', KEYS[1], 'current', ARGV[1], 'sends', text(sends), 'sends_day', text(sends_day))
redis.call('PEXPIRE', KEYS[1], retention)
redis.call('HSET', KEYS[2], 'state', 'PENDING', 'kind', ARGV[5], 'attempts', 0, 'most', ARGV[11], 'expires', expires,
  'tenant', ARGV[14], 'client', ARGV[15], 'number', ARGV[16], 'country', ARGV[17], 'prefix', ARGV[18],
  'revealed', ARGV[19], 'supplied', ARGV[20])
redis.call('PEXPIRE', KEYS[2], life + 86400000)
redis.call('HSET', KEYS[3], 'mac', ARGV[7], 'key', ARGV[8])
redis.call('PEXPIRE', KEYS[3], life)
redis.call('HSET', KEYS[4], 'reference', ARGV[1], 'expires', expires)
redis.call('PEXPIRE', KEYS[4], tonumber(ARGV[12]))
enqueue(KEYS[2], KEYS[3], KEYS[5], ARGV[1], '1', ARGV[6], ARGV[9], now, retention)
tell(KEYS[6], KEYS[2], ARGV[1], 'issued', now, retention)
return {'ISSUED', ARGV[1], expires}
