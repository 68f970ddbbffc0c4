-- Forgets a number's failures and lock.
-- KEYS number
-- ARGV retention ms
-- Answers whether there was anything to forget
local n = redis.call('HMGET', KEYS[1], 'failures', 'locked')
if tonumber(n[1] or 0) == 0 and not n[2] then
  return 0
end
forget(KEYS[1], tonumber(ARGV[1]))
return 1
