-- Enrolled authenticators. sealed: by otp-service, with a key that this service does not have. confirmed_at: null while
-- the enrolment is pending.
CREATE TABLE authenticator (
    id           uuid        PRIMARY KEY,
    tenant       text        NOT NULL,
    customer_id  uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
    sealed       bytea       NOT NULL,
    created_at   timestamptz NOT NULL,
    confirmed_at timestamptz
);
CREATE INDEX authenticator_customer ON authenticator (customer_id);
CREATE INDEX authenticator_pending ON authenticator (created_at) WHERE confirmed_at IS NULL;
