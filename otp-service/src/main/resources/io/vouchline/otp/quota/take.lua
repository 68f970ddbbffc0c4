-- Takes one send out of each quota, or out of none.
-- KEYS the quotas
-- ARGV 1 clock offset ms, then sends at once and their period in ms for each quota
-- Answers {the wait in ms (0: taken), the time in ms}
local now = clock(ARGV[1])
local longest = 0
local times = {}
for i = 1, #KEYS do
  local wait, time = gcra(redis.call('GET', KEYS[i]), now, ARGV[2 * i], ARGV[2 * i + 1])
  longest = math.max(longest, wait)
  times[i] = time
end
if longest == 0 then
  for i = 1, #KEYS do
    redis.call('SET', KEYS[i], text(times[i]), 'PX', text(math.max(times[i] - now, 1)))
  end
end
return {text(longest), text(now)}
