-- What a batch brings waits here, as sealed as it will be, in tables that only this connection sees.
CREATE TEMP TABLE IF NOT EXISTS stage_customer (id uuid, profile bytea, content uuid, known boolean, gone boolean) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS stage_key (customer_id uuid, kind text, value uuid, position smallint, changed_at timestamptz) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS stage_account (id uuid, details bytea, owned boolean, line bigint) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS stage_holding (customer_id uuid, account_id uuid, capacity text) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS stage_released (account_id uuid) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS seen (id uuid) ON COMMIT PRESERVE ROWS;
CREATE TEMP TABLE IF NOT EXISTS unseen (id uuid, place bigint GENERATED ALWAYS AS IDENTITY) ON COMMIT PRESERVE ROWS;
