-- Counts a request where its number lies, once, and tells what is remembered of that block, range and country.
-- KEYS block, range, country, recent numbers of the block, request
-- ARGV 1 clock offset ms, 2 ms that the request is known again, 3 retention ms, 4 "1" if it is for sending,
--      5 the number's last digits, 6 how far neighbours lie, 7 how many recent numbers are kept
-- Answers the counts of block, range and country, and how many neighbours were asked for lately
local now = clock(ARGV[1])
local fresh = redis.call('SET', KEYS[5], ARGV[4] == '1' and 'admitted' or 'asked', 'NX', 'PX', ARGV[2])
local again = not fresh and redis.call('GET', KEYS[5])
local answer = {}
for i = 1, 3 do
  local counts = recall(KEYS[i], now, TRAFFIC)
  if fresh then
    counts.asked_hour = counts.asked_hour + 1
    if ARGV[4] == '1' then
      counts.admitted_hour = counts.admitted_hour + 1
    end
    remember(KEYS[i], now, counts, ARGV[3])
  end
  if again == 'refused' then
    -- It was refused, and its verdict must not change because of that.
    counts.admitted_hour = counts.admitted_hour + 1
  end
  answer[i] = told(counts, TRAFFIC)
end

redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', text(now - HOUR))
local own, neighbours = tonumber(ARGV[5]), 0
for _, other in ipairs(redis.call('ZRANGE', KEYS[4], 0, -1)) do
  local distance = math.abs(tonumber(other) - own)
  if distance > 0 and distance <= tonumber(ARGV[6]) then
    neighbours = neighbours + 1
  end
end
if fresh then
  redis.call('ZADD', KEYS[4], text(now), ARGV[5])
  redis.call('ZREMRANGEBYRANK', KEYS[4], 0, -1 - tonumber(ARGV[7]))
  redis.call('PEXPIRE', KEYS[4], HOUR)
end
answer[4] = neighbours
return answer
