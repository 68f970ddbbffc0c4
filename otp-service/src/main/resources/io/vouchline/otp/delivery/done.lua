-- Records how sending ended and takes the entry off the queue.
-- KEYS verification, delivery stream, outcome stream
-- ARGV reference, delivery state ('' to leave it), entry id, group, retention ms
if ARGV[2] ~= '' and redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('HSET', KEYS[1], 'delivery', ARGV[2])
  local v = redis.call('HMGET', KEYS[1], 'tenant', 'client', 'number', 'prefix', 'revealed')
  local event = ARGV[2] == 'SENT' and 'sent' or 'unsent'
  redis.call('XADD', KEYS[3], 'MAXLEN', '~', 100000, '*', 'event', event, 'reference', ARGV[1],
    'tenant', v[1], 'client', v[2], 'number', v[3], 'prefix', v[4], 'revealed', v[5])
  redis.call('PEXPIRE', KEYS[3], tonumber(ARGV[5]))
end
redis.call('XACK', KEYS[2], ARGV[4], ARGV[3])
redis.call('XDEL', KEYS[2], ARGV[3])
return 1
