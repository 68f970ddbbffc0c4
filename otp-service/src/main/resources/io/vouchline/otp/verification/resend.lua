-- Queues one more message with the same code.
-- KEYS number, verification, secret, idempotency, delivery stream, outcome stream
-- ARGV 1 reference, 2 messages so far, 3 clock offset ms, 4 deadline ms, 5 channel, 6 sealed message, 7 idempotency ms,
--      8 retention ms, 9 sends at once, 10 their period ms, 11 and 12 the same for the day
-- Answers {"ISSUED" or "AGAIN", reference, end of life ms}, {"MOVED", messages}, {"LATE"}, {"WAIT", ms} or {"ENDED"}
local now = clock(ARGV[3])
local retention = tonumber(ARGV[8])
if now >= tonumber(ARGV[4]) then
  return {'LATE'}
end

local number = redis.call('HMGET', KEYS[1], 'current', 'sends', 'sends_day')
local v = redis.call('HMGET', KEYS[2], 'state', 'expires', 'messages')
if v[1] ~= 'PENDING' or number[1] ~= ARGV[1] or tonumber(v[2]) <= now then
  return {'ENDED'}
end
if redis.call('HGET', KEYS[4], 'reference') == ARGV[1] then
  return {'AGAIN', ARGV[1], v[2]}
end
if v[3] ~= ARGV[2] then
  return {'MOVED', v[3]}
end
local lock = locked(KEYS[1], now)
local wait, sends = gcra(number[2], now, ARGV[9], ARGV[10])
local wait_day, sends_day = gcra(number[3], now, ARGV[11], ARGV[12])
if lock > 0 or wait > 0 or wait_day > 0 then
  return {'WAIT', text(math.max(lock, wait, wait_day))}
end

local place = text(tonumber(v[3]) + 1)
redis.call('HSET', KEYS[1], 'sends', text(sends), 'sends_day', text(sends_day))
redis.call('PEXPIRE', KEYS[1], retention)
redis.call('HSET', KEYS[4], 'reference', ARGV[1])
redis.call('PEXPIRE', KEYS[4], tonumber(ARGV[7]))
enqueue(KEYS[2], KEYS[3], KEYS[5], ARGV[1], place, ARGV[5], ARGV[6], now, retention)
tell(KEYS[6], KEYS[2], ARGV[1], 'resent', now, retention)
return {'ISSUED', ARGV[1], v[2]}
