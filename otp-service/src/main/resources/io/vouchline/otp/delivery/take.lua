-- Takes a queued message for sending: once, and only while its code is still of use.
-- KEYS verification, secret
-- ARGV place of the message, clock offset ms, then the channels whose receivers remove doubles
-- Answers {channel, sealed message}, or nothing if there is nothing to send any more
local delivery = 'delivery:' .. ARGV[1]
local v = redis.call('HMGET', KEYS[1], 'state', delivery, 'channel:' .. ARGV[1])
if not v[1] then
  return false
end

local function stands(state)
  redis.call('HSET', KEYS[1], delivery, state, 'at:' .. ARGV[1], text(clock(ARGV[2])))
end

local takeable = v[2] == 'QUEUED'
if v[2] == 'SENDING' then
  -- Whoever took it is gone, and the message may be out.
  for i = 3, #ARGV do
    takeable = takeable or ARGV[i] == v[3]
  end
  if not takeable then
    stands('UNKNOWN')
  end
end
if not takeable then
  return false
end
local sealed = redis.call('HGET', KEYS[2], 'sealed:' .. ARGV[1])
if v[1] ~= 'PENDING' or not sealed then
  stands('FAILED')
  return false
end
stands('SENDING')
return {v[3], sealed}
