-- Takes a queued message for sending: once, and only while its code is still of use.
-- KEYS verification, secret
-- Answers {channel, sealed message}, or nothing if there is nothing to send any more
local v = redis.call('HMGET', KEYS[1], 'state', 'delivery', 'channel')
if v[2] == 'SENDING' then
  -- Whoever took it is gone: the message may be out or not. Never send a second one.
  redis.call('HSET', KEYS[1], 'delivery', 'UNKNOWN')
end
local sealed = redis.call('HGET', KEYS[2], 'sealed')
if v[1] ~= 'PENDING' or v[2] ~= 'QUEUED' or not sealed then
  return false
end
redis.call('HSET', KEYS[1], 'delivery', 'SENDING')
return {v[3], sealed}
