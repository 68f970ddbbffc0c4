-- Reads a verification as it stands now.
-- KEYS verification
-- ARGV tenant, clock offset ms
-- Answers {state, end of life ms, then channel, delivery and time in ms of each message}, or nothing if it is not this tenant's
local v = redis.call('HMGET', KEYS[1], 'tenant', 'state', 'expires', 'messages')
if v[1] ~= ARGV[1] then
  return false
end
local state = v[2]
if state == 'PENDING' and tonumber(v[3]) <= clock(ARGV[2]) then
  state = 'EXPIRED'
end
local answer = {state, v[3]}
for i = 1, tonumber(v[4]) do
  local m = redis.call('HMGET', KEYS[1], 'channel:' .. i, 'delivery:' .. i, 'at:' .. i)
  answer[#answer + 1] = m[1]
  answer[#answer + 1] = m[2]
  answer[#answer + 1] = m[3]
end
return answer
