-- Reads the decisions under a correlation id that are not too old, newest first.
-- KEYS 1 stream of all, 2 hash: correlation id to the ids of its entries
-- ARGV 1 clock offset ms, 2 how long they are kept ms, 3 correlation id
local since = clock(ARGV[1]) - tonumber(ARGV[2])
local answer = {}
for id in string.gmatch(redis.call('HGET', KEYS[2], ARGV[3]) or '', '%S+') do
  local entry = redis.call('XRANGE', KEYS[1], id, id)[1]
  if entry and tonumber(entry[2][6]) >= since then
    answer[#answer + 1] = entry[2][2]
  end
end
return answer
