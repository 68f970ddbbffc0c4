-- Keeps a session in place of the one that was read.
-- KEYS 1 session
-- ARGV 1 the version that was read, 2 the new one, 3 what is sealed, 4 how long from now, in ms
-- Answers nil if it was kept, else version and sealed of the one that is there (two nils if none is)
local there = redis.call('HMGET', KEYS[1], 'version', 'state')
if there[1] ~= ARGV[1] then
  return there
end
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'state', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return false
