-- Counts a failed try and puts the report back.
-- KEYS queue, record
-- ARGV clock offset ms, id, lease, wait ms
-- Answers whether it was put back, which it is not if somebody else holds it
if redis.call('HGET', KEYS[2], 'leases') ~= ARGV[3] then
  return 0
end
redis.call('HINCRBY', KEYS[2], 'tries', 1)
redis.call('ZADD', KEYS[1], 'XX', text(clock(ARGV[1]) + tonumber(ARGV[4])), ARGV[2])
return 1
