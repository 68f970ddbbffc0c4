-- Takes back, once, that a request was admitted.
-- KEYS block, range, country, request
-- ARGV 1 clock offset ms, 2 retention ms
if redis.call('GET', KEYS[4]) ~= 'admitted' then
  return 0
end
redis.call('SET', KEYS[4], 'refused', 'PX', math.max(redis.call('PTTL', KEYS[4]), 1))
local now = clock(ARGV[1])
for i = 1, 3 do
  local counts = recall(KEYS[i], now, TRAFFIC)
  counts.admitted_hour = math.max(counts.admitted_hour - 1, 0)
  counts.admitted_day = math.max(counts.admitted_day - 1, 0)
  remember(KEYS[i], now, counts, ARGV[2])
end
return 1
