-- Takes back, once, that a request was admitted. One that comes after this, having been on its way, is not admitted.
-- KEYS block, range, country, request
-- ARGV 1 clock offset ms, 2 ms that the request is known again, 3 retention ms
-- Answers 1, or 0 if it did not count as admitted
local state = redis.call('GET', KEYS[4])
redis.call('SET', KEYS[4], 'refused', 'PX', ARGV[2])
if state ~= 'admitted' then
  return 0
end
local now = clock(ARGV[1])
for i = 1, 3 do
  local counts = recall(KEYS[i], now, TRAFFIC)
  counts.admitted_hour = less(counts.admitted_hour)
  remember(KEYS[i], now, counts, ARGV[3])
end
return 1
