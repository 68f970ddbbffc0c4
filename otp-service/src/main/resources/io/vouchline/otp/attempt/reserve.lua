-- Reserves an attempt: counts its failure before the proof is looked at.
-- KEYS number, attempt
-- ARGV 1 clock offset ms, 2 how long the reservation is kept ms, 3 to 7 the limits of failures, 8 whether a
--      right code leaves its failure counted
-- Answers {state, time ms, time of the reservation ms, note}
local now = clock(ARGV[1])
local a = redis.call('HMGET', KEYS[2], 'state', 'at', 'note')
if a[1] then
  return {a[1], text(now), a[2], a[3]}
end
if locked(KEYS[1], now) > 0 then
  return {'LOCKED', text(now), text(now), ''}
end
local locks = fail(KEYS[1], now, limits(3))
if ARGV[8] == 'true' then
  redis.call('HINCRBY', KEYS[1], 'kept', 1)
end
local n = redis.call('HMGET', KEYS[1], 'locked', 'forgotten')
redis.call('HSET', KEYS[2], 'state', 'RESERVED', 'at', text(now), 'note', '',
  'lock', locks and n[1] or '', 'forgotten', n[2] or '0')
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return {'RESERVED', text(now), text(now), ''}
