-- Remembers nonces that are all new, or none of them.
-- KEYS the nonces of one owner
-- ARGV 1 how long, in ms
-- Answers 1 if all were new
for i = 1, #KEYS do
  if redis.call('EXISTS', KEYS[i]) == 1 then
    return 0
  end
end
for i = 1, #KEYS do
  redis.call('SET', KEYS[i], '', 'PX', ARGV[1])
end
return 1
