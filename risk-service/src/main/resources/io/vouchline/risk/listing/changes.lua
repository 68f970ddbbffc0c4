-- Reads what has changed after a version, in the order of the changes.
-- ARGV 1 the version, 2 how many changes at the most
-- Answers {epoch, floor, latest version, then for each change: id, version, entry or "" if it was removed}
local state = redis.call('HMGET', STATE, 'epoch', 'floor', 'version')
local answer = {state[1] or '', state[2] or '0', state[3] or '0'}
local found = redis.call('ZRANGEBYSCORE', CHANGES, '(' .. ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])
for i = 1, #found, 2 do
  answer[#answer + 1] = found[i]
  answer[#answer + 1] = found[i + 1]
  answer[#answer + 1] = redis.call('HGET', ENTRIES, found[i]) or ''
end
return answer
