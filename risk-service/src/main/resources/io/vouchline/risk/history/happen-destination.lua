-- Counts, once, what happened to a code where its number lies.
-- KEYS block, range, country, event
-- ARGV 1 clock offset ms, 2 ms that the event is known again, 3 retention ms, 4 event, 5 when it happened, ms
-- Answers 1, or 0 if this event had been counted
if not redis.call('SET', KEYS[4], '', 'NX', 'PX', ARGV[2]) then
  return 0
end
local now = clock(ARGV[1])
local since = now - tonumber(ARGV[5])
for i = 1, 3 do
  local counts = recall(KEYS[i], now, TRAFFIC)
  if ARGV[4] == 'SENT' then
    counts.sent_hour = counts.sent_hour + left(since, HOUR)
    counts.sent_day = counts.sent_day + left(since, DAY)
  elseif ARGV[4] == 'UNDELIVERED' then
    counts.undelivered_day = counts.undelivered_day + left(since, DAY)
  elseif ARGV[4] == 'VERIFIED' then
    counts.verified_hour = counts.verified_hour + left(since, HOUR)
    counts.verified_day = counts.verified_day + left(since, DAY)
    counts.peak_day = math.max(counts.peak_day, counts.verified_day)
  end
  remember(KEYS[i], now, counts, ARGV[3])
end
return 1
