-- Counts a request for a number, once, and tells what is remembered of it.
-- KEYS number, request
-- ARGV 1 clock offset ms, 2 ms that the request is known again, 3 retention ms, 4 for how long it is proven, ms
-- Answers the counts, then how long ago (ms, or "") it was first asked for and last verified, then "1" if it was reported
local now = clock(ARGV[1])
local counts = recall(KEYS[1], now, NUMBER)
local known = redis.call('HMGET', KEYS[1], 'first', 'verified', 'reported')
if redis.call('SET', KEYS[2], '', 'NX', 'PX', ARGV[2]) then
  counts.asked_hour = counts.asked_hour + 1
  counts.asked_day = counts.asked_day + 1
  redis.call('HSETNX', KEYS[1], 'first', text(now))
  remember(KEYS[1], now, counts, ARGV[3])
end
if known[2] and now - tonumber(known[2]) > tonumber(ARGV[4]) then
  known[2] = false
end
local answer = told(counts, NUMBER)
for i = 1, 2 do
  answer[#answer + 1] = known[i] and text(math.max(now - tonumber(known[i]), 0)) or ''
end
answer[#answer + 1] = known[3] or ''
return answer
