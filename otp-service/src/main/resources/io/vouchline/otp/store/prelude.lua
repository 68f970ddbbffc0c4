-- What every script of this service can use: it is sent before the script itself.

-- Tells what happened to a verification, or to one of its messages: each event has an id and counts once.
local function tell(stream, verification, reference, event, now, retention, message)
  local v = redis.call('HMGET', verification, 'tenant', 'client', 'number', 'country', 'prefix', 'revealed',
    'supplied', 'messages')
  local place = message or v[8]
  redis.call('XADD', stream, 'MAXLEN', '~', 100000, '*',
    'id', reference .. '-' .. redis.call('HINCRBY', verification, 'events', 1), 'event', event, 'at', text(now),
    'reference', reference, 'message', place,
    'channel', redis.call('HGET', verification, 'channel:' .. place),
    'tenant', v[1], 'client', v[2], 'number', v[3], 'country', v[4], 'prefix', v[5], 'revealed', v[6],
    'supplied', v[7] or 'false')
  redis.call('PEXPIRE', stream, retention)
end

-- Queues a message of a verification, in this place among its messages.
local function enqueue(verification, secret, queue, reference, place, channel, sealed, now, retention)
  redis.call('HSET', verification, 'messages', place, 'channel:' .. place, channel, 'delivery:' .. place, 'QUEUED',
    'at:' .. place, text(now))
  redis.call('HSET', secret, 'sealed:' .. place, sealed)
  redis.call('XADD', queue, '*', 'message', reference .. '-' .. place)
  redis.call('PEXPIRE', queue, retention)
end

-- The limits of failures, which stand in five places of ARGV.
local function limits(from)
  return {per = tonumber(ARGV[from]), most = tonumber(ARGV[from + 1]), first = tonumber(ARGV[from + 2]),
    longest = tonumber(ARGV[from + 3]), retention = tonumber(ARGV[from + 4])}
end

-- How long a number is still locked, in ms; 0 if it is not.
local function locked(number, now)
  local lock = redis.call('HGET', number, 'locked')
  return lock and math.max(tonumber(lock) - now, 0) or 0
end

-- Counts a failure of a number, whatever was tried. Every few of them lock it, for longer each time; the last one
-- that is allowed locks it until its owner has proven who they are. Answers whether it is locked now.
local function fail(number, now, limit)
  local failures = redis.call('HINCRBY', number, 'failures', 1)
  -- Nothing is known of a number that was only guessed: its failures are kept for a day.
  local known = failures >= limit.most or redis.call('HEXISTS', number, 'current') == 1
    or redis.call('HEXISTS', number, 'verified') == 1
  redis.call('PEXPIRE', number, known and limit.retention or math.min(limit.retention, 86400000))
  local wait
  if failures >= limit.most then
    wait = limit.retention
  elseif failures % limit.per == 0 then
    wait = math.min(limit.first * 2 ^ (failures / limit.per - 1), limit.longest)
  else
    return false
  end
  redis.call('HSET', number, 'locked', text(now + wait))
  return true
end

-- Forgets a number's failures and lock. Attempts that are under way then have nothing to take back: the count tells them.
local function forget(number, retention)
  redis.call('HINCRBY', number, 'forgotten', 1)
  redis.call('HDEL', number, 'failures', 'kept', 'locked')
  redis.call('PEXPIRE', number, retention)
end

-- The same but for the failures of a stronger proof: a right code must not wash them away.
local function forget_weaker(number, retention)
  local kept = redis.call('HGET', number, 'kept')
  forget(number, retention)
  if kept and tonumber(kept) > 0 then
    redis.call('HSET', number, 'failures', kept, 'kept', kept)
  end
end
