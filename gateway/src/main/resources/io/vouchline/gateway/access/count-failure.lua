-- Counts a refused credential of a source.
-- KEYS 1 the source's bucket
-- ARGV 1 how many at once, 2 the ms until as many have come back
-- Answers the wait in ms; 0 if the source has not used up its share
local now = clock(0)
local wait, next_time = gcra(redis.call('GET', KEYS[1]), now, ARGV[1], ARGV[2])
if wait == 0 then
  redis.call('SET', KEYS[1], text(next_time), 'PX', text(math.max(next_time - now, 1)))
end
return wait
