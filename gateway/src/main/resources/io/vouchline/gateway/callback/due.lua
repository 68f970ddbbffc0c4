-- Which reports are due.
-- KEYS queue
-- ARGV clock offset ms, how many
-- Answers how many wait, then the ids of those that are due, longest due first
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', text(clock(ARGV[1])), 'LIMIT', 0, ARGV[2])
return {redis.call('ZCARD', KEYS[1]), unpack(ids)}
