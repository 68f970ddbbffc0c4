-- Counts a key that the callee of a message pressed, while the code is live.
-- KEYS verification, secret
-- ARGV place of the message, clock offset ms
-- Answers {sealed message, how many keys it were}, or nothing if the code is not live any more
local v = redis.call('HMGET', KEYS[1], 'state', 'expires')
local sealed = redis.call('HGET', KEYS[2], 'sealed:' .. ARGV[1])
if v[1] ~= 'PENDING' or not sealed or tonumber(v[2]) <= clock(ARGV[2]) then
  return false
end
return {sealed, redis.call('HINCRBY', KEYS[2], 'pressed:' .. ARGV[1], 1)}
