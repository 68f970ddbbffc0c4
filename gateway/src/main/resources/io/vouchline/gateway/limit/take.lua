-- Takes one request out of a bucket.
-- KEYS 1 the bucket
-- ARGV 1 clock offset ms, 2 requests at once, 3 the ms in which as many come back
-- Answers the wait in ms (0: taken)
local now = clock(ARGV[1])
local wait, time = gcra(redis.call('GET', KEYS[1]), now, ARGV[2], ARGV[3])
if wait == 0 then
  redis.call('SET', KEYS[1], text(time), 'PX', text(math.max(math.ceil(time - now), 1)))
end
return text(wait)
