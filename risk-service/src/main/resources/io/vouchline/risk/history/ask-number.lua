-- Counts a request for a number, once, and tells what is remembered of it.
-- KEYS number, request
-- ARGV 1 clock offset ms, 2 ms that the request is known again, 3 retention ms
-- Answers the counts, then how long ago (ms, or "") it was first asked for and last verified, then "1" if it was reported
local now = clock(ARGV[1])
local counts = recall(KEYS[1], now, NUMBER)
local known = redis.call('HMGET', KEYS[1], 'first', 'verified', 'reported')
if redis.call('SET', KEYS[2], '', 'NX', 'PX', ARGV[2]) then
  counts.asked_hour = counts.asked_hour + 1
  counts.asked_day = counts.asked_day + 1
  -- What was proven or reported is kept for longer than that somebody asked.
  local kept = (known[2] or known[3]) and redis.call('PTTL', KEYS[1]) or 0
  remember(KEYS[1], now, counts, math.max(tonumber(ARGV[3]), kept))
  redis.call('HSETNX', KEYS[1], 'first', text(now))
end
local answer = told(counts, NUMBER)
for i = 1, 2 do
  answer[#answer + 1] = known[i] and text(math.max(now - tonumber(known[i]), 0)) or ''
end
answer[#answer + 1] = known[3] or ''
return answer
