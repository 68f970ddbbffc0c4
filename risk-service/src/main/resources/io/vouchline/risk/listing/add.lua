-- Adds entries of one owner or replaces them: all, or none if there is no room for those that are new.
-- ARGV 1 clock offset ms, 2 the most entries of the owner, 3 owner, 4 an epoch if there is none yet, then for each
--      entry: id, its end in ms or "", content
-- Answers nil if there is no room, else for each entry what became of it and since when it is there in ms
local now = clock(ARGV[1])
local owner = ARGV[3]
sweep(now)
local new = 0
for i = 5, #ARGV, 3 do
  new = new + 1 - redis.call('HEXISTS', ENTRIES, ARGV[i])
end
if new > 0 and redis.call('ZLEXCOUNT', ORDER, '[' .. owner .. '\n', '(' .. owner .. '\11') + new > tonumber(ARGV[2]) then
  return nil
end
redis.call('HSETNX', STATE, 'epoch', ARGV[4])
local answer = {}
for i = 5, #ARGV, 3 do
  local id, ends, content = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local old = redis.call('HGET', ENTRIES, id)
  local since, known
  if old then
    since, known = string.match(old, '^(%d+)\n(.*)$')
  end
  if known == content then
    answer[#answer + 1] = 'UNCHANGED'
    answer[#answer + 1] = since
  else
    redis.call('HSET', ENTRIES, id, text(now) .. '\n' .. content)
    redis.call('ZADD', ORDER, 0, owner .. '\n' .. id)
    redis.call('ZREM', REMOVED, id)
    if ends == '' then
      redis.call('ZREM', ENDING, id)
    else
      redis.call('ZADD', ENDING, ends, id)
    end
    changed(id)
    answer[#answer + 1] = old and 'REPLACED' or 'ADDED'
    answer[#answer + 1] = text(now)
  end
end
return answer
