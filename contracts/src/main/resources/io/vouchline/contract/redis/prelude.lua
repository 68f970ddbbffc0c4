-- What every script can use: it is sent before the script itself.

local function text(number)
  return string.format('%.0f', number)
end

-- The time of Redis in ms, moved by the offset that tests give.
local function clock(offset)
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(offset)
end

