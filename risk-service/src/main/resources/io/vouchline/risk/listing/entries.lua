-- Reads entries by their ids.
-- ARGV 1 clock offset ms, then the ids
-- Answers for each that is there and has not ended: id, entry
local now = clock(ARGV[1])
local answer = {}
for i = 2, #ARGV do
  local entry = redis.call('HGET', ENTRIES, ARGV[i])
  if entry and not has_ended(ARGV[i], now) then
    answer[#answer + 1] = ARGV[i]
    answer[#answer + 1] = entry
  end
end
return answer
