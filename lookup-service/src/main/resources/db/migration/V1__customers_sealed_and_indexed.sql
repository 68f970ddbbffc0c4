-- Personal values are only in sealed columns (AES-256-GCM, bound to tenant and row). What must be found is found by a
-- blind index: the first 128 bits of an HMAC under a key that the database never sees, held as uuid (16 bytes, fixed).

CREATE TABLE customer (
    id         uuid        PRIMARY KEY,
    tenant     text        NOT NULL,
    profile    bytea       NOT NULL,
    updated_at timestamptz NOT NULL
);

-- kind: 'id' (the institution's own durable id), 'phone', 'mailbox'. Several customers may share a phone or a mailbox.
CREATE TABLE customer_key (
    tenant      text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('id', 'phone', 'mailbox')),
    value       uuid NOT NULL,
    customer_id uuid NOT NULL REFERENCES customer ON DELETE CASCADE,
    PRIMARY KEY (tenant, kind, value, customer_id)
);
CREATE INDEX customer_key_customer ON customer_key (customer_id);
CREATE UNIQUE INDEX customer_key_durable_id ON customer_key (tenant, value) WHERE kind = 'id';

CREATE TABLE account (
    id           uuid        PRIMARY KEY,
    tenant       text        NOT NULL,
    number_index uuid        NOT NULL,
    details      bytea       NOT NULL,
    updated_at   timestamptz NOT NULL,
    UNIQUE (tenant, number_index)
);

-- capacity: 'SELF' (an owner) or 'ATTORNEY' (a person with power of attorney).
CREATE TABLE holding (
    customer_id uuid NOT NULL REFERENCES customer ON DELETE CASCADE,
    account_id  uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    capacity    text NOT NULL CHECK (capacity IN ('SELF', 'ATTORNEY')),
    PRIMARY KEY (customer_id, account_id)
);
CREATE INDEX holding_account ON holding (account_id);

-- One sealed row with a known text: at every start it proves that keyset and index key are the ones the data was
-- written with.
CREATE TABLE canary (
    name   text  PRIMARY KEY,
    sealed bytea NOT NULL,
    value  uuid  NOT NULL
);
