-- Reads a number's decisions that are not too old, newest first.
-- KEYS 1 list of the number's decisions
-- ARGV 1 clock offset ms, 2 how long they are kept ms
local since = clock(ARGV[1]) - tonumber(ARGV[2])
local answer = {}
for _, kept in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
  local at, event = string.match(kept, '^(%d+) (.*)$')
  if tonumber(at) >= since then
    answer[#answer + 1] = event
  end
end
return answer
