-- What every script of this service can use: it is sent before the script itself.

local MINUTES = 600000
local HOUR = 3600000
local DAY = 86400000
local PEAK = 14 * DAY

-- How much of something remains after a while that fades over a window: e^-(elapsed / window).
local function left(elapsed, window)
  return math.exp(-math.max(elapsed, 0) / window)
end

-- The counts of a record as they have faded by now; `windows` has a name and its ms by turns.
local function recall(key, now, windows)
  local names = {'at'}
  for i = 1, #windows, 2 do
    names[#names + 1] = windows[i]
  end
  local kept = redis.call('HMGET', key, unpack(names))
  local at = tonumber(kept[1] or now)
  local counts = {}
  for i = 2, #names do
    counts[names[i]] = tonumber(kept[i] or 0) * left(now - at, windows[2 * (i - 1)])
  end
  return counts
end

-- Keeps a record for so long, or for as long as it was to be kept already.
local function keep(key, retention)
  if redis.call('PTTL', key) < tonumber(retention) then
    redis.call('PEXPIRE', key, retention)
  end
end

-- Keeps counts as they stand now. What was never counted takes no room.
local function remember(key, now, counts, retention)
  local fields = {'at', text(now)}
  for name, count in pairs(counts) do
    if count > 0 then
      fields[#fields + 1] = name
      fields[#fields + 1] = string.format('%.9g', count)
    end
  end
  redis.call('HSET', key, unpack(fields))
  keep(key, retention)
end

-- One less of what was counted; never quite 0, so that it is kept as it stands.
local function less(count)
  return count > 0 and math.max(count - 1, 1e-9) or 0
end

-- Counts as a script answers them, in the order of `windows`.
local function told(counts, windows)
  local answer = {}
  for i = 1, #windows, 2 do
    answer[#answer + 1] = string.format('%.9g', counts[windows[i]])
  end
  return answer
end

local TRAFFIC = {'asked_hour', HOUR, 'admitted_hour', HOUR, 'sent_hour', HOUR, 'sent_day', DAY,
  'verified_hour', HOUR, 'verified_day', DAY, 'undelivered_day', DAY, 'peak_day', PEAK}
local NUMBER = {'asked_hour', HOUR, 'asked_day', DAY, 'wrong_day', DAY, 'lock_outs', 30 * DAY}
local CLIENT = {'asked_minutes', MINUTES, 'asked_hour', HOUR, 'usual_hour', PEAK, 'sent_day', DAY, 'verified_day', DAY}
local SOURCE = {'asked_hour', HOUR}

