-- Ties what a look-up came to to a call of the caller that began within the window: the newest that nobody has answered
-- yet, else the newest that has no look-up's answer. Several people may call from one number: what an agent has on the
-- screen is never replaced by what another caller keyed in. Without such a call it is left for the next one.
-- KEYS 1 the calls of the caller, 2 what is left for the next one
-- ARGV 1 clock offset ms, 2 what precedes the id in a call's key, 3 window ms, then fields with their sealed values
-- Answers "tied" or "left"
local now = clock(ARGV[1])
local recent = redis.call('ZREVRANGEBYSCORE', KEYS[1], '+inf', text(now - tonumber(ARGV[3])))
local found
for _, id in ipairs(recent) do
  local call = ARGV[2] .. id
  local state = redis.call('HGET', call, 'state')
  if state == 'answered' then
    if not found and redis.call('HEXISTS', call, 'customer') == 0 then
      found = call
    end
  elseif under_way(state) then
    found = call
    break
  end
end
if found then
  -- A look-up without keypad input must not stand beside another one's.
  redis.call('HDEL', found, 'keypad')
  redis.call('HSET', found, unpack(ARGV, 4))
  return 'tied'
end
redis.call('HDEL', KEYS[2], 'keypad')
redis.call('HSET', KEYS[2], unpack(ARGV, 4))
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return 'left'
