-- What the scripts of calls share. A call is a hash: state (waiting, ringing, answered, ended), since and began (ms),
-- number (the caller's hash), by (the hash of the agent that answered), "rings:" and the hash of each agent at which it
-- rings, and what is sealed: caller, callee, from, agent, keypad, customer.

local function under_way(state)
  return state == 'waiting' or state == 'ringing' or state == 'answered'
end

local function become(call, state, now)
  if redis.call('HGET', call, 'state') ~= state then
    redis.call('HSET', call, 'state', state, 'since', text(now))
  end
end

-- Adds a call to an index by time. The oldest give way, so that no index grows without end.
local function index(key, id, now, life, most)
  redis.call('ZADD', key, 'NX', text(now), id)
  redis.call('ZREMRANGEBYRANK', key, 0, -(most + 1))
  redis.call('PEXPIRE', key, life)
end

-- A call has one caller: the first that is told. Answers whether it is this one, told for the first time.
local function know_caller(call, calls, id, number, now, life, most)
  if number == '' or redis.call('HSETNX', call, 'number', number) == 0 then
    return false
  end
  index(calls, id, tonumber(redis.call('HGET', call, 'began')), life, most)
  return true
end

-- Sets each field that has no value yet.
local function keep_first(call, from, to)
  for i = from, to, 2 do
    redis.call('HSETNX', call, ARGV[i], ARGV[i + 1])
  end
end
