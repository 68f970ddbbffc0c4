-- Counts, once, what happened to a code of a client.
-- KEYS client, event
-- ARGV 1 clock offset ms, 2 ms that the event is known again, 3 retention ms, 4 event, 5 when it happened, ms
-- Answers 1, or 0 if this event had been counted
if not redis.call('SET', KEYS[2], '', 'NX', 'PX', ARGV[2]) then
  return 0
end
local now = clock(ARGV[1])
local counts = recall(KEYS[1], now, CLIENT)
local name = ARGV[4] == 'SENT' and 'sent_day' or 'verified_day'
counts[name] = counts[name] + left(now - tonumber(ARGV[5]), DAY)
remember(KEYS[1], now, counts, ARGV[3])
return 1
