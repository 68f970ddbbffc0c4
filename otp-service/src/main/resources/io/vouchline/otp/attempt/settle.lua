-- Settles a reserved attempt; one that was settled before stays as it is.
-- KEYS number, attempt
-- ARGV 1 clock offset ms, 2 how long the standing is kept ms, 3 retention ms, 4 "FAILED", "PASSED" or "PROVEN", 5 note
-- Answers {state, time ms, time of the reservation ms, note}, or nothing if there is no such reservation (any more)
local a = redis.call('HMGET', KEYS[2], 'state', 'at', 'note', 'lock', 'forgotten')
if not a[1] then
  return false
end
local now = clock(ARGV[1])
if a[1] ~= 'RESERVED' then
  return {a[1], text(now), a[2], a[3]}
end

if ARGV[4] == 'PROVEN' then
  forget(KEYS[1], tonumber(ARGV[3]))
elseif ARGV[4] == 'PASSED' then
  local n = redis.call('HMGET', KEYS[1], 'failures', 'locked', 'forgotten')
  -- Once they were forgotten, the failures that stand there now are those of others.
  if (n[3] or '0') == a[5] and tonumber(n[1] or 0) > 0 then
    redis.call('HINCRBY', KEYS[1], 'failures', -1)
    if n[2] and n[2] == a[4] then
      redis.call('HDEL', KEYS[1], 'locked')
    end
  end
end
local state = ARGV[4] == 'FAILED' and 'FAILED' or 'PASSED'
redis.call('HSET', KEYS[2], 'state', state, 'note', ARGV[5])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return {state, text(now), a[2], ARGV[5]}
