-- Keeps a session unless there is one.
-- KEYS 1 session
-- ARGV 1 version, 2 what is sealed, 3 how long, in ms
-- Answers nil if it was kept, else version and sealed of the one that is there
local there = redis.call('HMGET', KEYS[1], 'version', 'state')
if there[1] then
  return there
end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'state', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return false
