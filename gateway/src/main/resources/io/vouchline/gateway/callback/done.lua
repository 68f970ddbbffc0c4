-- Ends a report: only that it was there stays, for as long as it would have.
-- KEYS queue, record
-- ARGV id, lease ('' for whoever holds it)
-- Answers whether it ended, which it does not while somebody else holds it
if ARGV[2] ~= '' and redis.call('HGET', KEYS[2], 'leases') ~= ARGV[2] then
  return 0
end
redis.call('ZREM', KEYS[1], ARGV[1])
local left = redis.call('PTTL', KEYS[2])
redis.call('DEL', KEYS[2])
if left > 0 then
  redis.call('HSET', KEYS[2], 'done', 1)
  redis.call('PEXPIRE', KEYS[2], left)
end
return 1
