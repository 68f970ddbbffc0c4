-- Checks a code: decides, counts and consumes in one step, so that no race can win twice.
-- KEYS number, verification, secret, outcome stream
-- ARGV 1 reference ('' if the number has no code), 2 clock offset ms, 3 by ("number" or "reference"), 4 kind, 5 attempt
--      ('' if it has no name), 6 to 10 the limits of failures, then key id and mac of what was submitted for every live key
-- Answers the state, "KNOWN" for a right code that proves nothing, or {"MOVED", the reference that is current}
local now = clock(ARGV[2])
local limit = limits(6)

local number = redis.call('HMGET', KEYS[1], 'current', 'attempt', 'verdict', 'attempted')
local current = number[1] or ''
if ARGV[3] == 'number' and current ~= ARGV[1] then
  return {'MOVED', current}
end

-- The same attempt again: its answer was lost on the way.
if ARGV[5] ~= '' and number[2] == ARGV[5] and tonumber(number[4]) + 60000 > now then
  return number[3]
end

local function verdict(state)
  if ARGV[5] ~= '' then
    redis.call('HSET', KEYS[1], 'attempt', ARGV[5], 'verdict', state, 'attempted', text(now))
  end
  return state
end

local v = redis.call('HMGET', KEYS[2], 'state', 'kind', 'most', 'expires', 'supplied', 'revealed')
local exists = v[1] and v[2] == ARGV[4]
if ARGV[3] == 'reference' and not exists then
  return 'UNKNOWN'
end
-- The same answer for a right and a wrong code.
if locked(KEYS[1], now) > 0 then
  return 'MAX_ATTEMPTS_EXCEEDED'
end
if not exists then
  fail(KEYS[1], now, limit)
  return verdict('INVALID')
end
if v[1] == 'LOCKED' then
  return 'MAX_ATTEMPTS_EXCEEDED'
end
if v[1] ~= 'PENDING' or current ~= ARGV[1] or tonumber(v[4]) <= now then
  return 'EXPIRED'
end

-- Counted before it is looked at: a Redis that is full fails here, not after a wrong code was told from the right one.
local attempts = redis.call('HINCRBY', KEYS[2], 'attempts', 1)
local secret = redis.call('HMGET', KEYS[3], 'key', 'mac')
for i = 11, #ARGV, 2 do
  if secret[1] == ARGV[i] and secret[2] == ARGV[i + 1] then
    redis.call('DEL', KEYS[3])
    redis.call('HSET', KEYS[2], 'state', 'VALID')
    tell(KEYS[4], KEYS[2], ARGV[1], 'verified', now, limit.retention)
    -- What the platform knew, its own code or a revealed one, may be right and proves nothing of the caller.
    if v[5] == 'true' or v[6] == 'true' then
      return verdict('KNOWN')
    end
    forget_weaker(KEYS[1], limit.retention)
    redis.call('HSET', KEYS[1], 'verified', text(now))
    return verdict('VALID')
  end
end

tell(KEYS[4], KEYS[2], ARGV[1], 'wrong', now, limit.retention)
if fail(KEYS[1], now, limit) or attempts >= tonumber(v[3]) then
  redis.call('DEL', KEYS[3])
  redis.call('HSET', KEYS[2], 'state', 'LOCKED')
  tell(KEYS[4], KEYS[2], ARGV[1], 'locked', now, limit.retention)
end
return verdict('INVALID')
