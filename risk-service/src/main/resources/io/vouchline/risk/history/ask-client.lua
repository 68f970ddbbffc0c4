-- Counts a request of a client and of the address behind it, once, and tells what is remembered of both.
-- KEYS client, request, address if one is known
-- ARGV 1 clock offset ms, 2 ms that the request is known again, 3 retention ms
-- Answers the counts of the client, then those of the address
local now = clock(ARGV[1])
local fresh = redis.call('SET', KEYS[2], '', 'NX', 'PX', ARGV[2])
local client = recall(KEYS[1], now, CLIENT)
if fresh then
  client.asked_minutes = client.asked_minutes + 1
  client.asked_hour = client.asked_hour + 1
  client.usual_hour = math.max(client.usual_hour, client.asked_hour)
  remember(KEYS[1], now, client, ARGV[3])
end
local answer = told(client, CLIENT)
local source = {asked_hour = 0}
if KEYS[3] then
  source = recall(KEYS[3], now, SOURCE)
  if fresh then
    source.asked_hour = source.asked_hour + 1
    remember(KEYS[3], now, source, DAY)
  end
end
answer[#answer + 1] = told(source, SOURCE)[1]
return answer
