-- The tenants' own call widgets. No personal values: a definition names variables, never what is in them.
-- name: the definition's, in lower case, so that the tenant has it once. definition: as JSON.
CREATE TABLE widget (
    id         uuid        PRIMARY KEY,
    tenant     text        NOT NULL,
    name       text        NOT NULL,
    definition text        NOT NULL,
    version    int         NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (tenant, name)
);
