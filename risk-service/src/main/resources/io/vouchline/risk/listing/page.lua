-- Reads entries of one owner in the order of their ids.
-- ARGV 1 clock offset ms, 2 owner, 3 what their ids begin with, 4 the id before the first or "", 5 how many at the most
-- Answers {the last id that was looked at or "", then for each that has not ended: id, entry}
local now = clock(ARGV[1])
local low = ARGV[4] == '' and '[' .. ARGV[2] .. '\n' .. ARGV[3] or '(' .. ARGV[2] .. '\n' .. ARGV[4]
local high = ARGV[3] == '' and '(' .. ARGV[2] .. '\11' or '(' .. ARGV[2] .. '\n' .. ARGV[3] .. '\255'
local found = redis.call('ZRANGEBYLEX', ORDER, low, high, 'LIMIT', 0, ARGV[5])
local answer = {''}
for _, member in ipairs(found) do
  local id = string.sub(member, #ARGV[2] + 2)
  if #found == tonumber(ARGV[5]) then
    answer[1] = id
  end
  if not has_ended(id, now) then
    answer[#answer + 1] = id
    answer[#answer + 1] = redis.call('HGET', ENTRIES, id)
  end
end
return answer
