-- Counts, once, what happened to a number.
-- KEYS number, event
-- ARGV 1 clock offset ms, 2 ms that the event is known again, 3 retention ms, 4 the same for what was proven or reported,
--      5 event, 6 when it happened, ms
-- Answers 1, or 0 if this event had been counted
if not redis.call('SET', KEYS[2], '', 'NX', 'PX', ARGV[2]) then
  return 0
end
local now = clock(ARGV[1])
local counts = recall(KEYS[1], now, NUMBER)
local event, at = ARGV[5], math.min(tonumber(ARGV[6]), now)
if event == 'WRONG' then
  counts.wrong_day = counts.wrong_day + left(now - at, DAY)
elseif event == 'LOCKED' then
  counts.lock_outs = counts.lock_outs + left(now - at, 30 * DAY)
elseif event == 'VERIFIED' then
  local before = tonumber(redis.call('HGET', KEYS[1], 'verified') or 0)
  redis.call('HSET', KEYS[1], 'verified', text(math.max(before, at)))
elseif event == 'FRAUD' then
  redis.call('HSET', KEYS[1], 'reported', '1')
elseif event == 'GENUINE' then
  redis.call('HDEL', KEYS[1], 'reported')
end
remember(KEYS[1], now, counts, (event == 'VERIFIED' or event == 'FRAUD') and ARGV[4] or ARGV[3])
return 1
