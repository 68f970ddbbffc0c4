-- Ends a live verification without a check.
-- KEYS verification, secret, outcome stream
-- ARGV reference, tenant, state ("VOID" or "COMPLETED"), clock offset ms, retention ms
-- Answers "UNKNOWN" (not this tenant's), "MADE_HERE" (only a platform's own code can be completed) or "ENDED"
local v = redis.call('HMGET', KEYS[1], 'tenant', 'state', 'supplied')
if v[1] ~= ARGV[2] then
  return 'UNKNOWN'
end
if ARGV[3] == 'COMPLETED' and v[3] ~= 'true' then
  return 'MADE_HERE'
end
if v[2] == 'PENDING' then
  redis.call('DEL', KEYS[2])
  redis.call('HSET', KEYS[1], 'state', ARGV[3])
  tell(KEYS[3], KEYS[1], ARGV[1], ARGV[3] == 'VOID' and 'voided' or 'completed', clock(ARGV[4]), tonumber(ARGV[5]))
end
return 'ENDED'
