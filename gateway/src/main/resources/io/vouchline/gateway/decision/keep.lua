-- Keeps a decision of a tenant, and forgets what is too old or too much.
-- KEYS 1 stream of all, 2 hash: correlation id to the ids of its entries, newest first, 3 list of the number's decisions
-- ARGV 1 clock offset ms, 2 how long to keep ms, 3 the most entries of the stream, 4 the most of a list,
--      5 "1" if it belongs to the number's list, 6 correlation id, 7 the decision in JSON
local now, keep, most, shown = clock(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

-- Each new entry takes away two old ones at the most: nobody waits for a great sweep.
for _ = 1, 2 do
  local oldest = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
  if not oldest then
    break
  end
  local entry, correlation, at = oldest[1], oldest[2][4], tonumber(oldest[2][6])
  if at >= now - keep and redis.call('XLEN', KEYS[1]) < most then
    break
  end
  redis.call('XDEL', KEYS[1], entry)
  local ids = redis.call('HGET', KEYS[2], correlation) or ''
  local left = {}
  for id in string.gmatch(ids, '%S+') do
    if id ~= entry then
      left[#left + 1] = id
    end
  end
  if #left == 0 then
    redis.call('HDEL', KEYS[2], correlation)
  else
    redis.call('HSET', KEYS[2], correlation, table.concat(left, ' '))
  end
end

local entry = redis.call('XADD', KEYS[1], '*', 'event', ARGV[7], 'correlation_id', ARGV[6], 'at', text(now))
local ids = {entry}
for id in string.gmatch(redis.call('HGET', KEYS[2], ARGV[6]) or '', '%S+') do
  if #ids < shown then
    ids[#ids + 1] = id
  end
end
redis.call('HSET', KEYS[2], ARGV[6], table.concat(ids, ' '))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])

if ARGV[5] == '1' then
  redis.call('LPUSH', KEYS[3], text(now) .. ' ' .. ARGV[7])
  redis.call('LTRIM', KEYS[3], 0, shown - 1)
  redis.call('PEXPIRE', KEYS[3], ARGV[2])
end
return entry
