-- Finds the calls that an agent has: those that the agent answered, the newest first, then those that ring there.
-- KEYS 1 the calls of the agent
-- ARGV 1 what precedes the id in a call's key, 2 the agent's hash, then the fields that are wanted
-- Answers the id of each call, followed by the values
local answered, ringing, gone = {}, {}, {}
for _, id in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, -1)) do
  local call = ARGV[1] .. id
  local state, by = unpack(redis.call('HMGET', call, 'state', 'by'))
  if state == 'answered' and by == ARGV[2] then
    answered[#answered + 1] = id
  elseif state == 'ringing' and redis.call('HEXISTS', call, 'rings:' .. ARGV[2]) == 1 then
    ringing[#ringing + 1] = id
  else
    gone[#gone + 1] = id
  end
end
for _, id in ipairs(gone) do
  redis.call('ZREM', KEYS[1], id)
end
local found = {}
for _, ids in ipairs({answered, ringing}) do
  for _, id in ipairs(ids) do
    local values = redis.call('HMGET', ARGV[1] .. id, unpack(ARGV, 3))
    table.insert(values, 1, id)
    found[#found + 1] = values
  end
end
return found
