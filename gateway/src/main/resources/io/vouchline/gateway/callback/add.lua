-- Queues a report, once: whether it still waits or was done with, its record says that it was added.
-- KEYS queue, record
-- ARGV 1 clock offset ms, 2 id, 3 how many may wait, 4 how long it is remembered ms,
--      5 reference, 6 status code, 7 its text, 8 state of the code, 9 when it came to this (ms)
-- Answers ADDED, KNOWN or FULL
if redis.call('EXISTS', KEYS[2]) == 1 then
  return 'KNOWN'
end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then
  return 'FULL'
end
redis.call('HSET', KEYS[2], 'tries', 0, 'leases', 0, 'reference', ARGV[5], 'code', ARGV[6], 'text', ARGV[7],
  'state', ARGV[8], 'at', ARGV[9])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
redis.call('ZADD', KEYS[1], text(clock(ARGV[1])), ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 'ADDED'
