-- Takes what an exchange tells of a call. The same event again changes nothing but how long the call is remembered; one
-- that comes too late changes nothing at all.
-- KEYS 1 call, 2 the calls of its caller, 3 the calls of its agent, 4 what a look-up left for its caller
-- ARGV 1 clock offset ms, 2 event (ringing, answer, hangup), 3 call id, 4 the caller's hash ('' if it is not known), 5 the
--      agent's hash ('' if none is told), 6 the agent, sealed, 7 how long a call is remembered ms, 8 how long an ended
--      one ms, 9 the most calls of an index, then fields with their sealed values
-- Answers the state of the call
local now = clock(ARGV[1])
local event, id, number, agent = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local life, most = tonumber(ARGV[7]), tonumber(ARGV[9])
local rings = 'rings:' .. agent

local state = redis.call('HGET', KEYS[1], 'state')
if state == 'ended' then
  return state
end
if not state then
  redis.call('HSET', KEYS[1], 'began', text(now))
end
keep_first(KEYS[1], 10, #ARGV)
if know_caller(KEYS[1], KEYS[2], id, number, now, life, most) and event ~= 'hangup'
    and redis.call('HEXISTS', KEYS[1], 'customer') == 0 then
  -- The flow looked its caller up before the exchange told of the call.
  local left = redis.call('HGETALL', KEYS[4])
  if #left > 0 then
    redis.call('HSET', KEYS[1], unpack(left))
    redis.call('DEL', KEYS[4])
  end
end

-- Whether others have the call still, or it still rings elsewhere, when this agent hangs up.
local function goes_on_without()
  if agent == '' then
    return false
  end
  redis.call('HDEL', KEYS[1], rings)
  if state == 'answered' then
    local by = redis.call('HGET', KEYS[1], 'by')
    return by and by ~= agent
  end
  for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
    if string.sub(field, 1, 6) == 'rings:' then
      return true
    end
  end
  return false
end

if event == 'hangup' then
  if goes_on_without() then
    redis.call('PEXPIRE', KEYS[1], life)
    return state
  end
  become(KEYS[1], 'ended', now)
  redis.call('PEXPIRE', KEYS[1], ARGV[8])
  return 'ended'
end

if event == 'answer' or state ~= 'answered' then
  if agent ~= '' and (event == 'answer' or redis.call('HLEN', KEYS[1]) < most) then
    redis.call('HSET', KEYS[1], event == 'answer' and 'by' or rings, event == 'answer' and agent or '1')
    redis.call('HSET', KEYS[1], 'agent', ARGV[6])
    index(KEYS[3], id, now, life, most)
  end
  become(KEYS[1], event == 'answer' and 'answered' or 'ringing', now)
end
redis.call('PEXPIRE', KEYS[1], life)
return redis.call('HGET', KEYS[1], 'state')
