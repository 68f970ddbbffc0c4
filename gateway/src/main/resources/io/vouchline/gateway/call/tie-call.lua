-- Ties what a look-up came to to a call that is named. It may be the first that is heard of the call.
-- KEYS 1 call, 2 the calls of its caller
-- ARGV 1 clock offset ms, 2 call id, 3 the caller's hash ('' if it is not known), 4 the caller, sealed, 5 how long a call
--      is remembered ms, 6 the most calls of an index, then fields with their sealed values
-- Answers "tied", or "ended" if the call is over
local now = clock(ARGV[1])
local state = redis.call('HGET', KEYS[1], 'state')
if state == 'ended' then
  return state
end
if not state then
  redis.call('HSET', KEYS[1], 'began', text(now))
  become(KEYS[1], 'waiting', now)
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
end
if know_caller(KEYS[1], KEYS[2], ARGV[2], ARGV[3], now, tonumber(ARGV[5]), tonumber(ARGV[6])) then
  redis.call('HSETNX', KEYS[1], 'caller', ARGV[4])
end
-- A look-up without keypad input must not stand beside another one's.
redis.call('HDEL', KEYS[1], 'keypad')
redis.call('HSET', KEYS[1], unpack(ARGV, 7))
return 'tied'
