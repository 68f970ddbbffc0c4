-- Records how far a message got, and queues the one that follows it if it will certainly not arrive.
-- KEYS verification, secret, delivery stream, outcome stream
-- ARGV 1 reference, 2 place of the message, 3 state ('' to leave it), 4 clock offset ms, 5 retention ms,
--      6 entry to take off the queue ('' for none), 7 group, 8 channel of the following message ('' for none), 9 that sealed
-- Answers whether the state is new
local RANK = {QUEUED = 0, SENDING = 1, UNKNOWN = 2, SENT = 3, DELIVERED = 4, ANSWERED = 4, NOT_ANSWERED = 4, BUSY = 4,
  FAILED = 4}
local EVENT = {UNKNOWN = 'uncertain', SENT = 'sent', DELIVERED = 'delivered', ANSWERED = 'answered',
  NOT_ANSWERED = 'not_answered', BUSY = 'busy', FAILED = 'undelivered'}
local LOST = {NOT_ANSWERED = true, BUSY = true, FAILED = true}

if ARGV[6] ~= '' then
  redis.call('XACK', KEYS[3], ARGV[7], ARGV[6])
  redis.call('XDEL', KEYS[3], ARGV[6])
end
local v = redis.call('HMGET', KEYS[1], 'delivery:' .. ARGV[2], 'state', 'messages')
if ARGV[3] == '' or not v[1] or RANK[v[1]] >= RANK[ARGV[3]] then
  return 0
end
local now = clock(ARGV[4])
local retention = tonumber(ARGV[5])
redis.call('HSET', KEYS[1], 'delivery:' .. ARGV[2], ARGV[3], 'at:' .. ARGV[2], text(now))
tell(KEYS[4], KEYS[1], ARGV[1], EVENT[ARGV[3]], now, retention, ARGV[2])

-- The secret lives as long as the code does.
if LOST[ARGV[3]] and ARGV[8] ~= '' and v[2] == 'PENDING' and v[3] == ARGV[2] and redis.call('EXISTS', KEYS[2]) == 1 then
  local place = text(tonumber(v[3]) + 1)
  enqueue(KEYS[1], KEYS[2], KEYS[3], ARGV[1], place, ARGV[8], ARGV[9], now, retention)
  tell(KEYS[4], KEYS[1], ARGV[1], 'resent', now, retention)
end
return 1
