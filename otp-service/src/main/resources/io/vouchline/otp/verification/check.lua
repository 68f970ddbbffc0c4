-- Checks a code: decides, counts and consumes in one step, so that no race can win twice.
-- KEYS number, verification, secret, outcome stream
-- ARGV reference ('' if the number has no code), clock offset ms, failures per lock, first lock ms, longest lock ms,
--      retention ms, by ('number' or 'reference'), then key id and mac of the submitted code for every live key
-- Answers the state, or {"MOVED", the reference that is current}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[2])

local number = redis.call('HMGET', KEYS[1], 'current', 'failures', 'locked')
local current = number[1] or ''
if ARGV[7] == 'number' and current ~= ARGV[1] then
  return {'MOVED', current}
end

local function outcome(event, v)
  redis.call('XADD', KEYS[4], 'MAXLEN', '~', 100000, '*', 'event', event, 'reference', ARGV[1],
    'tenant', v[4], 'client', v[5], 'number', v[6], 'prefix', v[7], 'revealed', v[8])
  redis.call('PEXPIRE', KEYS[4], tonumber(ARGV[6]))
end

-- A failure counts for the number, whatever code or channel; every few of them lock it, for longer each time.
local function fail()
  local failures = redis.call('HINCRBY', KEYS[1], 'failures', 1)
  redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[6]))
  local per = tonumber(ARGV[3])
  if failures % per ~= 0 then
    return false
  end
  local wait = math.min(tonumber(ARGV[4]) * 2 ^ (failures / per - 1), tonumber(ARGV[5]))
  redis.call('HSET', KEYS[1], 'locked', string.format('%.0f', now + wait))
  return true
end

local v = redis.call('HMGET', KEYS[2], 'state', 'attempts', 'most', 'tenant', 'client', 'number', 'prefix',
  'revealed', 'expires')
if ARGV[7] == 'reference' and not v[1] then
  return 'UNKNOWN'
end
-- The same answer for a right and a wrong code.
if number[3] and tonumber(number[3]) > now then
  return 'MAX_ATTEMPTS_EXCEEDED'
end
if not v[1] then
  fail()
  return 'INVALID'
end
if v[1] == 'LOCKED' then
  return 'MAX_ATTEMPTS_EXCEEDED'
end
if v[1] ~= 'PENDING' or current ~= ARGV[1] or tonumber(v[9]) <= now then
  return 'EXPIRED'
end

local secret = redis.call('HMGET', KEYS[3], 'key', 'mac')
for i = 8, #ARGV, 2 do
  if secret[1] == ARGV[i] and secret[2] == ARGV[i + 1] then
    redis.call('DEL', KEYS[3])
    redis.call('HSET', KEYS[2], 'state', 'VALID')
    redis.call('HDEL', KEYS[1], 'failures', 'locked')
    redis.call('HSET', KEYS[1], 'verified', string.format('%.0f', now))
    redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[6]))
    outcome('verified', v)
    return 'VALID'
  end
end

local attempts = redis.call('HINCRBY', KEYS[2], 'attempts', 1)
outcome('failed', v)
if fail() or attempts >= tonumber(v[3]) then
  redis.call('DEL', KEYS[3])
  redis.call('HSET', KEYS[2], 'state', 'LOCKED')
  outcome('locked', v)
end
return 'INVALID'
