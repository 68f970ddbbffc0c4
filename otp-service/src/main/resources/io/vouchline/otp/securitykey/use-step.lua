-- Uses a time step of a security key: once, and none that is not later than the last one used.
-- KEYS step
-- ARGV 1 step, 2 the reservation that uses it, 3 how long it is remembered ms
-- Answers whether it may be used
local used = redis.call('HMGET', KEYS[1], 'step', 'by')
if used[1] then
  if used[1] == ARGV[1] and used[2] == ARGV[2] then
    -- The same attempt again: what it used the step for was not recorded, or the answer was lost.
    return 1
  end
  if tonumber(ARGV[1]) <= tonumber(used[1]) then
    return 0
  end
end
redis.call('HSET', KEYS[1], 'step', ARGV[1], 'by', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
