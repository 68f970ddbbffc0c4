-- What every script can use: it is sent before the script itself.

local function text(number)
  return string.format('%.0f', number)
end

-- The time of Redis in ms, moved by the offset that tests give.
local function clock(offset)
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(offset)
end

-- The generic cell rate algorithm: `at_once` at a time, and as many come back within the period.
-- Answers the wait in ms (0: go on) and the time to keep.
local function gcra(kept, now, at_once, period)
  local next_time = math.max(tonumber(kept or 0), now) + tonumber(period) / tonumber(at_once)
  return math.max(math.ceil(next_time - tonumber(period) - now), 0), next_time
end

