-- Leases a report that is due.
-- KEYS queue, record
-- ARGV clock offset ms, id, lease ms
-- Answers {lease, failed tries, reference, status code, its text, state of the code, when}, or nothing
local now = clock(ARGV[1])
local due = redis.call('ZSCORE', KEYS[1], ARGV[2])
if not due or tonumber(due) > now then
  return false
end
if redis.call('HEXISTS', KEYS[2], 'code') == 0 then
  -- It waited longer than it is remembered.
  redis.call('ZREM', KEYS[1], ARGV[2])
  return false
end
redis.call('ZADD', KEYS[1], text(now + tonumber(ARGV[3])), ARGV[2])
redis.call('HINCRBY', KEYS[2], 'leases', 1)
return redis.call('HMGET', KEYS[2], 'leases', 'tries', 'reference', 'code', 'text', 'state', 'at')
